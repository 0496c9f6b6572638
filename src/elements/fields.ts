import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

/** A field of a form: its label above it, a hint and what is wrong with it below. */
export interface Field {
  /** Unique in the element; also the field's name. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong, in words; the field is marked and the words are tied to it. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** A field for one line of text. */
export interface TextField extends Field {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'search' | 'date';
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel' | 'search';
  readonly autocomplete?: AutoFill;
  readonly maxLength?: number;
  readonly input: (value: string) => void;
  /** When the user has left it: the moment to say what is wrong. */
  readonly change?: (value: string) => void;
}

/** A field with a list to choose from. */
export interface SelectField extends Field {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly autocomplete?: AutoFill;
  readonly change: (value: string) => void;
}

/** A box to tick. */
export interface CheckField extends Field {
  readonly checked: boolean;
  readonly change: (checked: boolean) => void;
}

/** Text as it is typed: the browser's own field, so that input methods, autofill and password managers work with it. */
export function textField(field: TextField): TemplateResult {
  const { id, value, type = 'text', inputMode, autocomplete, maxLength = 255, disabled = false, required } = field;
  return around(
    field,
    html`<input
      id=${id}
      name=${id}
      class="input"
      type=${type}
      inputmode=${ifDefined(inputMode)}
      autocomplete=${autocomplete ?? 'off'}
      maxlength=${maxLength}
      ?disabled=${disabled}
      aria-required=${required ? 'true' : 'false'}
      aria-invalid=${field.error ? 'true' : 'false'}
      aria-describedby=${describedBy(field)}
      .value=${live(value)}
      @input=${(event: Event) => field.input((event.target as HTMLInputElement).value)}
      @change=${(event: Event) => field.change?.((event.target as HTMLInputElement).value)}
    />`,
  );
}

/** A native list, which every device shows in its own way. */
export function selectField(field: SelectField): TemplateResult {
  const { id, value, options, autocomplete, disabled = false, required } = field;
  return around(
    field,
    html`<select
      id=${id}
      name=${id}
      class="input"
      autocomplete=${autocomplete ?? 'off'}
      ?disabled=${disabled}
      aria-required=${required ? 'true' : 'false'}
      aria-invalid=${field.error ? 'true' : 'false'}
      aria-describedby=${describedBy(field)}
      @change=${(event: Event) => field.change((event.target as HTMLSelectElement).value)}
    >
      ${options.map((each) => html`<option value=${each.value} ?selected=${each.value === value}>${each.label}</option>`)}
    </select>`,
  );
}

/** A box with its label beside it. */
export function checkField(field: CheckField): TemplateResult {
  const { id, label, checked, disabled = false, required } = field;
  return html`<div part="field" class="field">
    <label class="check" for=${id}>
      <input
        id=${id}
        name=${id}
        type="checkbox"
        ?disabled=${disabled}
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${describedBy(field)}
        .checked=${live(checked)}
        @change=${(event: Event) => field.change((event.target as HTMLInputElement).checked)}
      />
      <span>${label}</span>
    </label>
    ${below(field)}
  </div>`;
}

function around(field: Field, control: TemplateResult): TemplateResult {
  return html`<div part="field" class="field">
    <label class="label" for=${field.id}>${field.label}</label>
    ${control} ${below(field)}
  </div>`;
}

const below = ({ id, hint, error }: Field): TemplateResult =>
  html`${hint ? html`<p id="${id}-hint" class="hint muted small">${hint}</p>` : nothing}
    <p id="${id}-error" class="field-error small" ?hidden=${!error}>${error}</p>`;

const describedBy = ({ id, hint }: Field): string => (hint ? `${id}-hint ${id}-error` : `${id}-error`);

/** Puts the focus into the first field that is wrong. */
export function focusFirstError(root: ParentNode): void {
  root.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
