import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import { formatPhone } from '../locale/phone.js';
import { icon } from './icons.js';
import type { Person } from './person-check.js';
import { personSkeleton } from './person-table.skeleton.js';

/** A column beside the name and how someone is reached. */
export interface PersonColumn<Listed> {
  readonly label: string;
  readonly show: (person: Listed) => unknown;
}

/** What a table of people is made of. */
export interface PersonTable<Listed> {
  /** The part that each of them is. */
  readonly part: string;
  /** Grey bars stand in their place while they are read. */
  readonly people: readonly Listed[] | undefined;
  /** How many of these. */
  readonly expected: number;
  /** What stands behind the name. */
  readonly mark?: (person: Listed) => unknown;
  readonly columns: readonly PersonColumn<Listed>[];
  /** What can be done with someone. */
  readonly buttons: (person: Listed) => unknown;
}

/** People as a table, as cards where it is narrow. */
export function personTable<Listed extends Person & { readonly id: string }>(
  tag: LanguageTag,
  table: PersonTable<Listed>,
): TemplateResult {
  const { people, expected, columns } = table;
  if (!people) return personSkeleton(expected, columns.length);
  const labels = [text(tag, 'contacts.name'), text(tag, 'contacts.reach'), ...columns.map(({ label }) => label)];
  return html`<div class="cards">
    <table>
      <thead>
        <tr>
          ${labels.map((label) => html`<th scope="col">${label}</th>`)}
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          people,
          ({ id }) => id,
          (each) => row(tag, table, each),
        )}
      </tbody>
    </table>
  </div>`;
}

function row<Listed extends Person>(
  tag: LanguageTag,
  { part, mark, columns, buttons }: PersonTable<Listed>,
  person: Listed,
): TemplateResult {
  const { name, email, phone } = person;
  const reach = [email, formatPhone(phone)].filter((each) => each !== '');
  return html`<tr part=${part}>
    <th scope="row" data-label=${text(tag, 'contacts.name')}>
      <div class="who"><bdi class="strong">${name}</bdi> ${mark?.(person) ?? nothing}</div>
    </th>
    <td data-label=${text(tag, 'contacts.reach')}>
      <div>${reach.map((each) => html`<p><bdi>${each}</bdi></p>`)}</div>
    </td>
    ${columns.map(({ label, show }) => html`<td class="small" data-label=${label}>${show(person)}</td>`)}
    <td class="actions-cell"><div class="actions">${buttons(person)}</div></td>
  </tr>`;
}

/** A button of a row, with its words for those who don't see the sign. */
export const rowButton = (sign: 'edit' | 'trash', label: string, press: () => void, isOff = false): TemplateResult =>
  html`<button
    type="button"
    class="icon-button"
    aria-label=${label}
    aria-disabled=${isOff ? 'true' : 'false'}
    @click=${press}
  >
    ${icon(sign)}
  </button>`;
