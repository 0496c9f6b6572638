import { css, type CSSResult } from 'lit';

/** A quiet ground of a colour, over whatever it lies on; in the dark it takes more of it. */
const tint = (color: CSSResult, light: number, dark: number): CSSResult =>
  css`light-dark(color-mix(in srgb, ${color} ${light}%, transparent), color-mix(in srgb, ${color} ${dark}%, transparent))`;

/**
 * What a host may set, each token once, with its default for light and dark. An element reads `--_text`, never
 * `--billing-text`, so this list is the whole of it. Light or dark is the host's `color-scheme`; the font is the host's.
 */
export const tokens: CSSResult = css`
  :host {
    --_surface: var(--billing-surface, light-dark(#ffffff, #15171c));
    --_surface-raised: var(--billing-surface-raised, light-dark(#ffffff, #1b1e24));
    --_text: var(--billing-text, light-dark(#16181d, #eceef2));
    --_text-muted: var(--billing-text-muted, light-dark(#5a606b, #a4abb8));
    --_border: var(--billing-border, light-dark(#e2e5ea, #30353e));
    --_border-strong: var(--billing-border-strong, light-dark(#868d99, #767e8c));
    --_accent: var(--billing-accent, light-dark(#3454d1, #93a8ff));
    --_on-accent: var(--billing-on-accent, light-dark(#ffffff, #10142b));
    --_positive: var(--billing-positive, light-dark(#1a7340, #5fd596));
    --_warning: var(--billing-warning, light-dark(#8a5300, #f2bb57));
    --_negative: var(--billing-negative, light-dark(#b3261e, #ff9088));
    --_accent-tint: var(--billing-accent-tint, ${tint(css`var(--_accent)`, 9, 12)});
    --_positive-tint: var(--billing-positive-tint, ${tint(css`var(--_positive)`, 9, 12)});
    --_warning-tint: var(--billing-warning-tint, ${tint(css`var(--_warning)`, 10, 12)});
    --_negative-tint: var(--billing-negative-tint, ${tint(css`var(--_negative)`, 8, 12)});
    --_neutral-tint: var(--billing-neutral-tint, ${tint(css`var(--_text)`, 6, 9)});
    --_radius: var(--billing-radius, 8px);
    --_focus-ring: var(--billing-focus-ring, var(--_accent));
  }
`;
