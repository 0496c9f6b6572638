import { html, nothing, type TemplateResult } from 'lit';
import type { Right, Subscription } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { hasText, isolate, text } from '../locale/messages.js';
import { checkField } from './fields.js';
import { withProduct, withRight, type MemberDraft } from './member-draft.js';
import type { Edit } from './person-editor.js';
import { personFields, type PersonForm } from './person-fields.js';

const RIGHTS: readonly Right[] = ['manage-users', 'edit-payment'];

/** A user's form: who they are, which products they may use, and what else they may do. */
export function memberForm(
  tag: LanguageTag,
  draft: MemberDraft,
  subscriptions: readonly Subscription[],
  form: Pick<PersonForm, 'faultOf' | 'disabled'>,
  change: (edit: Edit<MemberDraft>) => void,
): TemplateResult {
  const { name, email, phone } = draft;
  const fields = personFields(tag, {
    ...form,
    person: { name, email, phone },
    needsEmail: true,
    change: (typed) => change((now) => ({ ...now, ...typed })),
  });
  return html`<div class="fields">
    ${draft.id === undefined ? html`<p class="muted small">${text(tag, 'users.invite-note')}</p>` : nothing} ${fields}
    ${
      subscriptions.length > 0
        ? html`<fieldset>
            <legend>${text(tag, 'users.products')}</legend>
            ${subscriptions.map(({ id, product }) =>
              checkField({
                id: `product-${id}`,
                label: isolate(product),
                checked: draft.products.includes(id),
                disabled: form.disabled,
                change: (on) => change((now) => withProduct(now, id, on)),
              }),
            )}
          </fieldset>`
        : nothing
    }
    <fieldset>
      <legend>${text(tag, 'users.rights')}</legend>
      ${rightsOf(draft).map((right) =>
        checkField({
          id: `right-${right}`,
          label: rightName(tag, right),
          checked: draft.rights.includes(right),
          disabled: form.disabled,
          change: (on) => change((now) => withRight(now, right, on)),
        }),
      )}
    </fieldset>
  </div>`;
}

/** The two that there are, and those of a newer back end that the user has. */
const rightsOf = ({ rights }: MemberDraft): Right[] => [...new Set([...RIGHTS, ...rights])];

/** A right that we don't know is called what the back end calls it. */
export function rightName(tag: LanguageTag, right: Right): string {
  const key = `users.right-${right}`;
  return hasText(key) ? text(tag, key as 'users.right-edit-payment') : isolate(right);
}
