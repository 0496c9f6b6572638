import { html, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** What a state means to the one who pays. */
export type BadgeTone = 'neutral' | 'accent' | 'positive' | 'warning' | 'negative';

const SIGNS = { neutral: 'info', accent: 'clock', positive: 'check', warning: 'warning', negative: 'warning' } as const;

/** A state as sign, word and tint. */
export const badge = (tone: BadgeTone, label: string): TemplateResult =>
  html`<span part="badge badge-${tone}" class="badge ${tone}">${icon(SIGNS[tone])}${label}</span>`;
