import type { LitElement, ReactiveController } from 'lit';
import type { AlertThreshold } from '../api/index.js';
import type { Currency } from '../rating/index.js';
import type { LanguageTag } from '../locale/intl.js';
import { newKey } from '../store/intents.js';
import type { BillingStore } from '../store/store.js';
import { withoutThreshold, withThreshold, type AlertEdit } from './alert-edits.js';
import {
  checkThreshold,
  isSame,
  measured,
  newThreshold,
  thresholdDraft,
  type AlertSubject,
  type ThresholdDraft,
  type ThresholdFault,
} from './alert-thresholds.js';

/** What editing goes by, and where its outcome goes to. */
export interface ThresholdNeeds {
  readonly store: () => BillingStore | undefined;
  readonly tag: () => LanguageTag;
  readonly thresholds: () => readonly AlertThreshold[];
  readonly subjects: () => readonly AlertSubject[];
  readonly measures: () => readonly AlertThreshold['measure'][];
  readonly currency: () => Currency | undefined;
  /** Saves it. */
  readonly edit: (id: string, edit: AlertEdit) => void;
  /** The row has gone, and the focus with it. */
  readonly removed: () => void;
  /** The row is there, and its value is wanted. */
  readonly added: (id: string) => void;
}

/** Thresholds while they are typed: what isn't right yet stays in its field, and isn't saved. */
export class ThresholdEditing implements ReactiveController {
  readonly #host: LitElement;
  readonly #needs: ThresholdNeeds;
  #store: BillingStore | undefined;
  #drafts: readonly ThresholdDraft[] = [];
  #faults: ReadonlyMap<string, ThresholdFault> = new Map();

  constructor(host: LitElement, needs: ThresholdNeeds) {
    this.#host = host;
    this.#needs = needs;
    host.addController(this);
  }

  /** What is wrong with the values that were left, by threshold. */
  get faults(): ReadonlyMap<string, ThresholdFault> {
    return this.#faults;
  }

  /** The thresholds as they are edited, then those that are new. */
  rows(thresholds: readonly AlertThreshold[]): ThresholdDraft[] {
    const draftOf = (id: string): ThresholdDraft | undefined => this.#drafts.find((each) => each.id === id);
    const known = thresholds.map((each) => draftOf(each.id) ?? thresholdDraft(this.#needs.tag(), each));
    return [...known, ...this.#drafts.filter(({ id }) => !thresholds.some((each) => each.id === id))];
  }

  /** An empty row at the end. */
  add(): void {
    const draft = newThreshold(newKey(), this.#needs.measures(), this.#needs.subjects());
    this.#keep(draft);
    this.#needs.added(draft.id);
  }

  type(draft: ThresholdDraft, typed: string): void {
    this.#keep({ ...draft, typed });
  }

  /** The value is gone, and with it what there would be to save. */
  measure(draft: ThresholdDraft, measure: AlertThreshold['measure']): void {
    this.#keep(measured(draft, measure, this.#needs.subjects()));
  }

  subject(draft: ThresholdDraft, subject: AlertSubject | undefined): void {
    if (!subject) return;
    this.#keep({ ...draft, subscription: subject.subscription.id, charge: subject.charge.id });
    if (draft.typed !== '') this.leave(draft.id);
  }

  /** The field was left: what is right is saved. */
  leave(id: string): void {
    const draft = this.#drafts.find((each) => each.id === id);
    const currency = this.#needs.currency();
    if (!draft || !currency) return;
    const thresholds = this.#needs.thresholds();
    const checked = checkThreshold(this.#needs.tag(), draft, thresholds, currency);
    if (typeof checked === 'string') return this.#fault(id, checked);
    this.#drop(id);
    const before = thresholds.find((each) => each.id === id);
    if (!before || !isSame(before, checked)) this.#needs.edit(id, withThreshold(checked));
  }

  remove(id: string): void {
    const isSaved = this.#needs.thresholds().some((each) => each.id === id);
    this.#drop(id);
    if (isSaved) this.#needs.edit(id, withoutThreshold(id));
    this.#needs.removed();
  }

  /** Another account: what was typed for the one before has no place in it. */
  hostUpdate(): void {
    const store = this.#needs.store();
    if (store === this.#store) return;
    this.#store = store;
    this.#drafts = [];
    this.#faults = new Map();
  }

  #keep(draft: ThresholdDraft): void {
    const isNew = !this.#drafts.some(({ id }) => id === draft.id);
    const kept = this.#drafts.map((each) => (each.id === draft.id ? draft : each));
    this.#drafts = isNew ? [...kept, draft] : kept;
    this.#faults = new Map([...this.#faults].filter(([id]) => id !== draft.id));
    this.#host.requestUpdate();
  }

  #drop(id: string): void {
    this.#drafts = this.#drafts.filter((each) => each.id !== id);
    this.#faults = new Map([...this.#faults].filter(([each]) => each !== id));
    this.#host.requestUpdate();
  }

  #fault(id: string, fault: ThresholdFault): void {
    this.#faults = new Map([...this.#faults, [id, fault]]);
    this.#host.requestUpdate();
  }
}
