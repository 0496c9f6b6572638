import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PaymentMethod } from '../api/index.js';
import { formatMonth } from '../locale/dates.js';
import type { LanguageTag } from '../locale/intl.js';
import { isolate, text } from '../locale/messages.js';
import type { PlainDate } from '../rating/index.js';
import { badge } from './badge.js';
import { icon } from './icons.js';
import { notice } from './notices.js';
import type { Arranging } from './payment-methods.arranging.js';
import type { Drag, Dragging } from './payment-methods.dragging.js';
import { expiryOf, expiryWarning, methodName } from './payment-section.js';

/** A list of methods, and what can be done with each. */
export interface MethodList {
  readonly tag: LanguageTag;
  readonly methods: readonly PaymentMethod[];
  /** `undefined` while it isn't known. */
  readonly today: PlainDate | undefined;
  readonly canArrange: boolean;
  readonly canRemove: boolean;
  readonly hasBackups: boolean;
  /** Whether all buttons are off. */
  readonly isHeld: boolean;
  readonly dragging: Dragging;
  readonly arranging: Arranging;
  readonly remove: (method: PaymentMethod) => void;
}

/** All methods: who is charged first, who after it, and who never. */
export function methodList(list: MethodList): TemplateResult {
  const { tag, methods } = list;
  const first = methods.filter(({ role }) => role === 'default');
  const backups = methods.filter(({ role }) => role === 'backup');
  const unused = methods.filter((each) => !first.includes(each) && !backups.includes(each));
  return html`${group(list, 'default', text(tag, 'methods.default'), '', first)}
  ${group(list, 'backups', text(tag, 'methods.backups'), text(tag, 'methods.backups-hint'), backups)}
  ${group(list, 'unused', text(tag, 'methods.unused'), text(tag, 'methods.unused-hint'), unused)}`;
}

function group(
  list: MethodList,
  id: string,
  title: string,
  hint: string,
  methods: readonly PaymentMethod[],
): TemplateResult | typeof nothing {
  if (methods.length === 0) return nothing;
  return html`<section part="group" class="group" aria-labelledby=${id}>
    <h3 id=${id} class="small muted">${title}</h3>
    ${hint ? html`<p class="small muted">${hint}</p>` : nothing}
    <ol class="methods">
      ${repeat(
        methods,
        (each) => each.id,
        (each, place) => row(list, each, place, methods.length),
      )}
    </ol>
  </section>`;
}

function row(list: MethodList, method: PaymentMethod, place: number, count: number): TemplateResult {
  const { tag, today } = list;
  const isBackup = method.role === 'backup';
  // What it means for the next invoice; of a back-up the badge says enough.
  const warning = today === undefined || method.role !== 'default' ? undefined : expiryWarning(tag, method, today);
  const classes = isBackup ? `backup ${dropClass(list.dragging.drag, method.id, place)}` : '';
  return html`<li part="method" id="method-${method.id}" class="method ${classes}">
    ${isBackup && list.canArrange && count > 1 ? grip(list, method, place) : nothing}
    <span class="sign"
      >${icon(method.kind === 'bank-account' ? 'bank' : method.kind === 'wallet' ? 'wallet' : 'card')}</span
    >
    <div class="what">
      <p class="name number">
        ${methodName(tag, method)} ${roleBadge(tag, method, place)} ${expiryBadge(list, method)}
      </p>
      <p class="muted small">${detailsOf(tag, method)}</p>
    </div>
    <div class="actions">${actions(list, method, place, count)}</div>
    ${warning ? html`<div class="warning">${notice('warning', warning)}</div>` : nothing}
  </li>`;
}

/** Where it would fall: above the row that stands in its place. */
function dropClass(drag: Drag | undefined, id: string, place: number): string {
  if (!drag) return '';
  if (drag.id === id) return 'dragged';
  return drag.place === place ? 'drop-at' : '';
}

function grip({ dragging, isHeld }: MethodList, { id }: PaymentMethod, place: number): TemplateResult {
  return html`<span
    class="grip"
    aria-hidden="true"
    @pointerdown=${(event: PointerEvent) => (isHeld ? undefined : dragging.start(event, { id, place }))}
    @pointermove=${dragging.move}
    @pointerup=${dragging.end}
    @pointercancel=${dragging.cancel}
    >${icon('grip')}</span
  >`;
}

function roleBadge(tag: LanguageTag, { role }: PaymentMethod, place: number): TemplateResult | typeof nothing {
  if (role === 'default') return badge('positive', text(tag, 'methods.is-default'));
  if (role !== 'backup') return nothing;
  return badge('neutral', text(tag, 'methods.is-backup', { position: String(place + 1) }));
}

function expiryBadge({ tag, today }: MethodList, method: PaymentMethod): TemplateResult | typeof nothing {
  const expiry = today === undefined ? 'none' : expiryOf(method, today);
  if (expiry === 'past') return badge('negative', text(tag, 'methods.has-expired'));
  return expiry === 'soon' ? badge('warning', text(tag, 'methods.expires-soon')) : nothing;
}

function detailsOf(tag: LanguageTag, { kind, expires, holder }: PaymentMethod): string {
  const kinds = { 'bank-account': 'methods.kind.bank-account', wallet: 'methods.kind.wallet' } as const;
  const key = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : undefined;
  return [
    ...(key ? [text(tag, key)] : []),
    ...(expires === null ? [] : [text(tag, 'payment.expires', { month: formatMonth(tag, expires) })]),
    ...(holder === '' ? [] : [isolate(holder)]),
  ].join(' · ');
}

function actions(list: MethodList, method: PaymentMethod, place: number, count: number): TemplateResult {
  const { tag, canArrange, canRemove, hasBackups, isHeld } = list;
  const name = methodName(tag, method);
  const isUnused = method.role !== 'default' && method.role !== 'backup';
  return html`${
    canArrange && method.role !== 'default'
      ? labelled(text(tag, 'methods.set-default'), name, `default-${method.id}`, isHeld, () =>
          list.arranging.makeDefault(method),
        )
      : nothing
  }
  ${
    canArrange && hasBackups && isUnused
      ? labelled(text(tag, 'methods.set-backup'), name, `backup-${method.id}`, isHeld, () =>
          list.arranging.makeBackup(method),
        )
      : nothing
  }
  ${canArrange && method.role === 'backup' && count > 1 ? moves(list, method, place, count) : nothing}
  ${
    canRemove
      ? iconButton(text(tag, 'methods.remove-of', { method: name }), 'trash', `remove-${method.id}`, isHeld, () =>
          list.remove(method),
        )
      : nothing
  }`;
}

function moves(
  { tag, arranging, isHeld }: MethodList,
  method: PaymentMethod,
  place: number,
  count: number,
): TemplateResult {
  const params = { method: methodName(tag, method) };
  const [isFirst, isLast] = [isHeld || place === 0, isHeld || place === count - 1];
  return html`${iconButton(text(tag, 'methods.up', params), 'up', `up-${method.id}`, isFirst, () => arranging.move(method.id, place - 1))}
  ${iconButton(text(tag, 'methods.down', params), 'down', `down-${method.id}`, isLast, () => arranging.move(method.id, place + 1))}`;
}

function labelled(label: string, name: string, id: string, isOff: boolean, act: () => void): TemplateResult {
  return html`<button
    part="action"
    class="button"
    id=${id}
    type="button"
    aria-disabled=${isOff ? 'true' : 'false'}
    @click=${() => (isOff ? undefined : act())}
  >
    ${label}<span class="visually-hidden">: ${name}</span>
  </button>`;
}

function iconButton(
  label: string,
  sign: 'up' | 'down' | 'trash',
  id: string,
  isOff: boolean,
  act: () => void,
): TemplateResult {
  return html`<button
    part="action"
    class="icon-button"
    id=${id}
    type="button"
    title=${label}
    aria-label=${label}
    aria-disabled=${isOff ? 'true' : 'false'}
    @click=${() => (isOff ? undefined : act())}
  >
    ${icon(sign)}
  </button>`;
}
