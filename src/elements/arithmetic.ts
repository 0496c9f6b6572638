import { css, html, type CSSResult, type TemplateResult } from 'lit';
import { explain, roundings, type Sentence, type Term } from '../locale/explain.js';
import type { Wording } from '../locale/figure-runs.js';
import { text } from '../locale/messages.js';
import type { Derivation } from '../rating/index.js';
import { icon } from './icons.js';

export const arithmeticStyles: CSSResult = css`
  .arithmetic {
    font-size: max(12px, 0.875em);
    font-variant-numeric: tabular-nums;
  }
  .arithmetic + .arithmetic {
    margin-block-start: 4px;
  }
  .term {
    display: inline-block;
  }
  :is(.sign, .words) {
    color: var(--_text-muted);
  }
  .result .figure {
    font-weight: 600;
  }
  .rounding {
    margin-block-start: 4px;
    color: var(--_text-muted);
    font-size: max(12px, 0.8125em);
  }
  .how {
    font-size: max(12px, 0.875em);
  }
  .how > summary {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 24px;
    list-style: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .how > .derivation {
    padding-block-start: 4px;
    padding-inline-start: 24px;
  }
  .how .arithmetic {
    font-size: 1em;
  }
  @media (pointer: coarse) {
    .how > summary {
      min-block-size: 44px;
    }
  }
`;

/** A derivation as lines of arithmetic, each broken only before a sign; below it, what was rounded on the way. */
export function arithmetic(derivation: Derivation, wording: Wording): TemplateResult {
  const sentences = explain(derivation, wording);
  return html`${sentences.map((sentence) => line(sentence, sentence === sentences.at(-1)))}
  ${roundings(derivation, wording).map((text) => html`<p class="rounding number">${text}</p>`)}`;
}

/** How the total of an invoice is made, folded up. */
export const howTotal = (derivation: Derivation, wording: Wording): TemplateResult =>
  html`<details class="how">
    <summary>${icon('chevron')}<span class="link">${text(wording.tag, 'invoice.how-total')}</span></summary>
    <div part="derivation" class="derivation">${arithmetic(derivation, wording)}</div>
  </details>`;

/** The blanks between terms are part of the text: it is copied, searched and read aloud as one line. */
const line = (sentence: Sentence, isLast: boolean): TemplateResult =>
  html`<p class="arithmetic">
    ${sentence.map((term, index) => [index > 0 ? ' ' : '', termOf(term, isLast && index === sentence.length - 1)])}
  </p>`;

function termOf({ sign, runs }: Term, isResult: boolean): TemplateResult {
  const figures = runs.map(
    ({ kind, text }) => html`<span class=${kind === 'number' ? 'figure' : 'words'}>${text}</span>`,
  );
  const signed = sign && html`<span class="sign">${sign}</span> `;
  return html`<span class="term ${isResult ? 'result' : ''}">${signed}${figures}</span>`;
}
