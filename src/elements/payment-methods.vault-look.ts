import type { VaultLabel, VaultLabels, VaultStyle } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';

const COLOURS = {
  surface: '--_surface-raised',
  text: '--_text',
  textMuted: '--_text-muted',
  border: '--_border-strong',
  accent: '--_accent',
  negative: '--_negative',
} as const satisfies Partial<Record<keyof VaultStyle, string>>;

const LABELS: readonly VaultLabel[] = [
  'title',
  'card-number',
  'expires',
  'expires-hint',
  'security-code',
  'incomplete',
  'invalid-number',
  'invalid-expiry',
  'real-card',
  'test',
  'test-hint',
  'challenge',
  'challenge-complete',
  'challenge-fail',
  'challenge-cancel',
];

/** The look of a node in resolved values: a vault's frame can't see our tokens. */
export function lookOf(node: HTMLElement): VaultStyle {
  const probe = document.createElement('span');
  node.append(probe);
  const resolved = (value: string): string => {
    probe.style.setProperty('color', value);
    return getComputedStyle(probe).color;
  };
  const colours = Object.entries(COLOURS).map(([name, token]) => [name, resolved(`var(${token})`)]);
  const scheme = resolved('light-dark(rgb(255 255 255), rgb(0 0 0))') === 'rgb(0, 0, 0)' ? 'dark' : 'light';
  const { fontFamily, fontSize } = getComputedStyle(probe);
  const radius = getComputedStyle(probe).getPropertyValue('--_radius').trim();
  probe.remove();
  return {
    ...(Object.fromEntries(colours) as Record<keyof typeof COLOURS, string>),
    scheme,
    fontFamily,
    fontSize,
    radius,
  };
}

/** The words of a vault's fields. */
export const labelsIn = (tag: LanguageTag): VaultLabels =>
  Object.fromEntries(LABELS.map((label) => [label, text(tag, `vault.${label}`)])) as VaultLabels;
