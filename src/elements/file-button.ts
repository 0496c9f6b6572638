import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';

/** What a button that saves a file is, and what it says while the file is made. */
export interface FileButton {
  readonly part: 'csv' | 'pdf';
  readonly label: string;
  readonly making: string;
  readonly isMaking: boolean;
  readonly save: () => void;
}

/** Saves a file. It keeps its width while it says what it does. */
export const fileButton = ({ part, label, making, isMaking, save }: FileButton): TemplateResult =>
  html`<button
    part=${part}
    type="button"
    class="button working"
    aria-disabled=${isMaking ? 'true' : 'false'}
    @click=${save}
  >
    <span class=${isMaking ? 'behind' : ''}>${icon('download')}${label}</span>
    ${isMaking ? html`<span role="status">${making}</span>` : nothing}
  </button>`;
