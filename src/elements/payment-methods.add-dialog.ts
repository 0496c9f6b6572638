import { html, nothing, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { addressFields } from './address-fields.js';
import { dialog } from './dialog.js';
import { checkField } from './fields.js';
import { icon } from './icons.js';
import { notice } from './notices.js';
import type { Adding } from './payment-methods.adding.js';

/** What else the dialog depends on. */
export interface AddDialogOptions {
  /** Whether another method is charged first now. */
  readonly hasOthers: boolean;
  /** A page that isn't encrypted stays so: there is nothing to try again. */
  readonly canRetry: boolean;
}

/** The form that a card is added by. The slot of the card's fields stays where it is, whatever is around it. */
export function addDialog(tag: LanguageTag, adding: Adding, options: AddDialogOptions): TemplateResult {
  return dialog(tag, {
    open: adding.isOpen,
    id: 'adding',
    title: text(tag, 'adding.title'),
    content: html`${cardSection(tag, adding, options)} ${addressSection(tag, adding)}
      ${consentSection(tag, adding, options)}
      <div role="alert">${said(tag, adding)}</div>`,
    actions: actions(tag, adding),
    busy: adding.isAdding,
    close: () => adding.close(),
    submit: () => void (adding.phase === 'verified' ? adding.add() : adding.verify()),
  });
}

function cardSection(tag: LanguageTag, adding: Adding, { canRetry }: AddDialogOptions): TemplateResult {
  const { card, form } = adding;
  return html`<section class="card-section" aria-labelledby="card-title" ?hidden=${card === 'none'}>
    <h4 id="card-title" class="legend">${text(tag, 'adding.card')}</h4>
    <div class="card-space ${card}" aria-busy=${card === 'loading' ? 'true' : 'false'}>
      <slot name="vault-field"></slot>
      ${card === 'loading' ? cardSkeleton(tag) : nothing}
      ${
        card === 'broken' && canRetry
          ? html`<button part="retry" class="button" type="button" @click=${() => void adding.open()}>
              ${text(tag, 'common.retry')}
            </button>`
          : nothing
      }
    </div>
    <p class="field-error small" role="status" ?hidden=${form.cardFault === undefined}>${form.cardFault}</p>
  </section>`;
}

const cardSkeleton = (tag: LanguageTag): TemplateResult =>
  html`<div class="card-skeleton">
    <span class="visually-hidden">${text(tag, 'adding.opening')}</span>
    <span class="skeleton long"></span><span class="skeleton box"></span><span class="skeleton box half"></span>
    <span class="skeleton box half"></span>
  </div>`;

function addressSection(tag: LanguageTag, adding: Adding): TemplateResult | typeof nothing {
  const { rules, address, faults } = adding.form;
  if (!rules) return nothing;
  const fields = addressFields(tag, {
    rules,
    address,
    faults,
    disabled: isLocked(adding),
    input: (field, value) => adding.edit(field, value),
    leave: (field) => adding.leave(field),
  });
  return html`<section class="address-section" aria-labelledby="address-title">
    <h4 id="address-title" class="legend">${text(tag, 'adding.address')}</h4>
    <p class="hint muted small">${text(tag, 'adding.address-hint')}</p>
    ${fields}
  </section>`;
}

function consentSection(
  tag: LanguageTag,
  adding: Adding,
  { hasOthers }: AddDialogOptions,
): TemplateResult | typeof nothing {
  const { consent, form } = adding;
  if (!consent) return nothing;
  return html`<section class="consent-section fields" aria-label=${text(tag, 'adding.authorize')}>
    <div>
      ${checkField({
        id: 'consent',
        label: consent.text,
        checked: form.hasConsent,
        required: true,
        disabled: isLocked(adding),
        error: form.consentFault,
        change: (on) => adding.tick(on),
      })}
      ${
        consent.url?.startsWith('https:')
          ? html`<a class="terms small" href=${consent.url} target="_blank" rel="noopener"
              >${text(tag, 'adding.terms')}</a
            >`
          : nothing
      }
    </div>
    ${
      hasOthers
        ? checkField({
            id: 'make-default',
            label: text(tag, 'adding.make-default'),
            checked: form.isDefault,
            disabled: isLocked(adding),
            change: (on) => adding.asDefault(on),
          })
        : nothing
    }
  </section>`;
}

function said(tag: LanguageTag, { notice: told, attach, phase }: Adding): TemplateResult | typeof nothing {
  const { status } = attach.state;
  if (status === 'checking') return notice('info', text(tag, 'write.checking'));
  if (status === 'unknown') return notice('negative', text(tag, 'write.unknown'), lookAgain(tag, attach));
  if (!told) return nothing;
  if (phase !== 'verified' || told.tone !== 'info') return notice(told.tone, told.text);
  return html`<div part="notice notice-positive" class="notice positive">
    ${icon('check')}
    <p>${told.text}</p>
  </div>`;
}

const lookAgain = (tag: LanguageTag, attach: Adding['attach']): TemplateResult =>
  html`<button part="action" class="button" type="button" @click=${() => attach.check()}>
    ${text(tag, 'write.look-again')}
  </button>`;

function actions(tag: LanguageTag, adding: Adding): TemplateResult {
  const { phase, card, isAdding, attach } = adding;
  const isVerified = phase === 'verified';
  const verify = phase === 'verifying' ? 'adding.verifying' : 'adding.verify';
  const add = isAdding ? (attach.state.slow ? 'write.slow' : 'adding.adding') : 'adding.add';
  return html`<button
      part="action"
      class="button"
      type="button"
      aria-disabled=${isAdding ? 'true' : 'false'}
      @click=${() => adding.close()}
    >
      ${text(tag, 'common.cancel')}
    </button>
    ${
      card === 'none'
        ? nothing
        : html`<button
            part="action"
            class="button steady ${isVerified ? '' : 'primary'}"
            id="verify"
            type="button"
            aria-disabled=${phase !== 'open' || card !== 'ready' ? 'true' : 'false'}
            @click=${() => void adding.verify()}
          >
            ${text(tag, verify)}
          </button>`
    }
    <button
      part="action"
      class="button steady ${isVerified ? 'primary' : ''}"
      id="add-card"
      type="submit"
      aria-disabled=${!isVerified || isAdding ? 'true' : 'false'}
    >
      ${text(tag, add)}
    </button>`;
}

const isLocked = ({ phase, isAdding }: Adding): boolean => phase === 'verifying' || isAdding;
