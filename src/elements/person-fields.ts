import { html, type TemplateResult } from 'lit';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { textField } from './fields.js';
import type { Person } from './person-check.js';

/** The three fields of a person in a form. */
export interface PersonForm {
  readonly person: Person;
  readonly needsEmail: boolean;
  readonly disabled: boolean;
  /** What is wrong with a field, in words. */
  readonly faultOf: (field: keyof Person) => string | undefined;
  /** What was typed: several fields may be filled in at once, before anything is drawn. */
  readonly change: (typed: Partial<Person>) => void;
}

/** Name, e-mail and phone. What the browser knows of the signed-in user is not offered: it is somebody else's form. */
export function personFields(tag: LanguageTag, form: PersonForm): TemplateResult {
  const { person, disabled, change, needsEmail, faultOf } = form;
  return html`${textField({
    id: 'name',
    label: text(tag, 'contacts.name'),
    value: person.name,
    required: true,
    disabled,
    error: faultOf('name'),
    input: (name) => change({ name }),
  })}
  ${textField({
    id: 'email',
    label: text(tag, 'contacts.email'),
    type: 'email',
    value: person.email,
    required: needsEmail,
    disabled,
    error: faultOf('email'),
    input: (email) => change({ email }),
  })}
  ${textField({
    id: 'phone',
    label: text(tag, 'contacts.phone'),
    type: 'tel',
    value: person.phone,
    disabled,
    hint: text(tag, 'contacts.phone-hint'),
    error: faultOf('phone'),
    input: (phone) => change({ phone }),
  })}`;
}
