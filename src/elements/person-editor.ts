import type { LitElement, ReactiveController } from 'lit';
import { fieldText } from '../locale/errors.js';
import type { LanguageTag } from '../locale/intl.js';
import { text } from '../locale/messages.js';
import type { BillingStore } from '../store/store.js';
import { IDLE, isBusy, type WriteState } from '../store/write-state.js';
import type { Write } from '../store/writes/write.js';
import { AwaitedWrite } from './awaited-write.js';
import { loadPhones, type Checked, type Person, type PersonErrors } from './person-check.js';

/** Someone while they are edited; without an `id` they are new. */
export interface PersonDraft extends Person {
  readonly id?: string;
  readonly version?: string;
}

/** What is done to a form, applied to how it stands by then. */
export type Edit<Draft> = (draft: Draft) => Draft;

/** How a form becomes someone in a list. */
export interface Editing<Draft, Sent, Change, Listed> {
  readonly add: Write<Sent, Listed>;
  readonly save: Write<Change, Listed>;
  /** What `save` takes. */
  readonly changeOf: (id: string, sent: Sent) => Change;
  readonly check: (draft: Draft) => Promise<Checked<Sent>>;
  /** How someone stands now, as a form. */
  readonly current: (id: string) => Draft | undefined;
  /** What the host is asked first. */
  readonly intent: (sent: Sent, id: string | undefined) => Event;
  /** After the back end has agreed, when the form is closed. */
  readonly done: (sent: Sent, isNew: boolean) => void;
}

/** Someone in a form: what was typed, what is wrong with it, and how it is sent. */
export class PersonEditor<Draft extends PersonDraft, Sent, Change, Listed> implements ReactiveController {
  readonly #host: LitElement;
  readonly #store: () => BillingStore | undefined;
  readonly #editing: Editing<Draft, Sent, Change, Listed>;
  readonly #add: AwaitedWrite<Sent, Listed>;
  readonly #save: AwaitedWrite<Change, Listed>;
  #from: BillingStore | undefined;
  #draft: Draft | undefined;
  /** As the form was filled in when it was opened. */
  #seen: Draft | undefined;
  #errors: PersonErrors = {};
  /** The fields that were changed since the back end has refused them. */
  readonly #changed = new Set<keyof Person>();
  #isChecking = false;

  constructor(host: LitElement, store: () => BillingStore | undefined, editing: Editing<Draft, Sent, Change, Listed>) {
    this.#host = host;
    this.#store = store;
    this.#editing = editing;
    this.#add = new AwaitedWrite(host, store, editing.add);
    this.#save = new AwaitedWrite(host, store, editing.save);
    host.addController(this);
  }

  /** The form; `undefined` while it is closed. */
  get draft(): Draft | undefined {
    return this.#draft;
  }

  get isNew(): boolean {
    return this.#draft?.id === undefined;
  }

  /** What became of sending it. */
  get state(): WriteState<Listed> {
    return this.#isChecking ? { ...IDLE, status: 'pending' } : this.#write.state;
  }

  get busy(): boolean {
    return isBusy(this.state);
  }

  /** The writes that the element has to tell of: those that no open form does. */
  get left(): readonly AwaitedWrite<never, Listed>[] {
    return this.#draft ? [] : [this.#add, this.#save];
  }

  get #write(): AwaitedWrite<Sent, Listed> | AwaitedWrite<Change, Listed> {
    return this.isNew ? this.#add : this.#save;
  }

  /** What is wrong with a field, in words. */
  faultOf(tag: LanguageTag, field: keyof Person): string | undefined {
    const own = this.#errors[field];
    if (own) return text(tag, own);
    const code = this.#write.state.error?.fields[field];
    return code && !this.#changed.has(field) ? fieldText(tag, code) : undefined;
  }

  open(draft: Draft): void {
    this.#draft = this.#seen = draft;
    this.#errors = {};
    this.#add.begin();
    this.#save.begin();
    // Whoever types a number will have it checked without a wait; where it fails, the check itself says so.
    void loadPhones().catch(() => undefined);
  }

  readonly edit = (edit: Edit<Draft>): void => {
    const before = this.#draft;
    if (!before) return;
    const draft = edit(before);
    this.#draft = draft;
    for (const field of ['name', 'email', 'phone'] as const)
      if (draft[field] !== before[field]) this.#changed.add(field);
    if (Object.keys(this.#errors).length > 0) void this.#recheck(draft);
    this.#host.requestUpdate();
  };

  readonly close = (): void => {
    if (this.busy) return;
    const isKnown = this.state.status !== 'unknown';
    this.#forget();
    if (isKnown) for (const write of [this.#add, this.#save]) write.begin();
  };

  readonly submit = (): void => void this.#submit();

  /** Finds out whether it was sent. The button that asks is gone with that. */
  readonly check = (): void => {
    this.#write.check();
    this.#focus('.dialog-title');
  };

  /** What one account's form says is none of another's. */
  hostUpdate(): void {
    const store = this.#store();
    if (store !== this.#from) this.#draft = undefined;
    this.#from = store;
    const { error, fresh } = this.#write.state;
    if (fresh && error?.kind === 'stale-version') this.#catchUp();
  }

  async #submit(): Promise<void> {
    const draft = this.#draft;
    if (!draft || this.busy || this.state.status === 'unknown') return;
    this.#isChecking = true;
    this.#host.requestUpdate();
    const { sent, errors } = await this.#editing.check(draft);
    this.#isChecking = false;
    if (draft === this.#draft) this.#answer(draft, sent, errors);
    this.#host.requestUpdate();
  }

  #answer(draft: Draft, sent: Sent, errors: PersonErrors): void {
    this.#errors = errors;
    this.#changed.clear();
    if (Object.keys(errors).length > 0) this.#showFault();
    else if (this.#host.dispatchEvent(this.#editing.intent(sent, draft.id))) void this.#send(draft, sent);
    else this.#forget();
  }

  async #send({ id, version }: Draft, sent: Sent): Promise<void> {
    const done = (): void => {
      this.#forget();
      this.#editing.done(sent, id === undefined);
    };
    const ended =
      id === undefined
        ? this.#add.submit(sent, undefined, done)
        : this.#save.submit(this.#editing.changeOf(id, sent), version, done);
    if ((await ended).status !== 'done') this.#showFault();
  }

  /** What was marked and is right now is marked no longer; nothing else is while somebody is still typing. */
  async #recheck(draft: Draft): Promise<void> {
    const { errors } = await this.#editing.check(draft);
    if (draft !== this.#draft) return;
    const still = Object.entries(errors).filter(([field]) => field in this.#errors);
    this.#errors = Object.fromEntries(still);
    this.#host.requestUpdate();
  }

  /** They were changed elsewhere: what the user has typed stays, all else is as it stands now. */
  #catchUp(): void {
    const [draft, seen] = [this.#draft, this.#seen];
    const now = draft?.id === undefined ? undefined : this.#editing.current(draft.id);
    if (!draft || !seen || !now || now.version === draft.version) return;
    const typed = Object.entries(draft).filter(([field, value]) => value !== seen[field as keyof Draft]);
    this.#draft = { ...now, ...Object.fromEntries(typed) };
    this.#seen = now;
  }

  #forget(): void {
    this.#draft = undefined;
    this.#host.requestUpdate();
  }

  /** Fields that were off had to let the focus go. */
  #showFault(): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#focus('[aria-invalid="true"]') || this.#focus('.dialog-title'));
  }

  #focus(selector: string): boolean {
    const found = this.#host.renderRoot.querySelector<HTMLElement>(`dialog[open] ${selector}`);
    found?.focus();
    return found !== null;
  }
}
