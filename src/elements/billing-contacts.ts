import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Contact, NewContact, Page } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { regionOf } from '../locale/intl.js';
import { isolate } from '../locale/messages.js';
import { peopleTexts } from '../locale/texts/people.js';
import { QueryController } from '../store/query.js';
import { readContacts } from '../store/reads/people.js';
import type { ReadState } from '../store/state.js';
import { isBusy, WriteController, type WriteState } from '../store/write.js';
import { addContact, removeContact, saveContact } from '../store/writes/contacts.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { ContactRemoveEvent, ContactSaveEvent } from './billing-contacts.events.js';
import { contactForm, topicsOf, type Edit } from './billing-contacts.form.js';
import { styles } from './billing-contacts.styles.js';
import { contactTable } from './billing-contacts.table.js';
import { checkContact, draftOf, newDraft, type ContactDraft } from './contact-draft.js';
import { dialog } from './dialog.js';
import { dialogStyles } from './dialog.styles.js';
import { ChangedEvent } from './events.js';
import { focusFirstError } from './fields.js';
import { fieldStyles } from './fields.styles.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import type { PersonErrors } from './person-check.js';
import { ResourceElement, type Retryable } from './resource-element.js';
import { submitButton, writeOutcome } from './write-button.js';

/**
 * Who hears of billing, and of what: added, edited and removed here. Contacts have no access to the account.
 *
 * @fires {ContactSaveEvent} billing-contact-save - A contact is to be added or changed; that is done next.
 * @fires {ContactRemoveEvent} billing-contact-remove - A contact is to be removed; that is done next.
 * @fires {ChangedEvent} billing-changed - The back end has changed the contacts.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart note - That a contact has no access.
 * @csspart contact - A contact.
 * @csspart empty - What will be here.
 * @csspart read-only - Why the user may look only.
 * @csspart dialog - The form of a contact.
 * @csspart field - A field of the form.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class BillingContacts extends ResourceElement<Page<Contact>> {
  static override texts: Catalogue = peopleTexts;
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    tables,
    cards,
    skeletons,
    noticeStyles,
    dialogStyles,
    fieldStyles,
    styles,
  ];

  @state() private draft: ContactDraft | undefined;
  @state() private errors: PersonErrors = {};
  @state() private removed: Contact | undefined;

  protected override readonly resource = 'contacts';
  readonly #contacts = new QueryController<Page<Contact>>(this, () => this.store, readContacts);
  readonly #add = new WriteController(this, () => this.store, addContact);
  readonly #save = new WriteController(this, () => this.store, saveContact);
  readonly #remove = new WriteController(this, () => this.store, removeContact);
  readonly #restore = new WriteController(this, () => this.store, addContact);
  readonly #voice = new Announcer(this);

  protected override get shown(): ReadState<Page<Contact>> {
    return this.may.permitted('contacts', this.#contacts.state);
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#contacts];
  }

  protected override isEmpty({ items }: Page<Contact>): boolean {
    return items.length === 0;
  }

  /** The write that the open form is about. */
  get #write(): WriteState<unknown> {
    return this.draft?.id === undefined ? this.#add.state : this.#save.state;
  }

  override render(): TemplateResult | typeof nothing {
    const { status, data } = this.shown;
    return this.frame({
      title: this.text('contacts.title'),
      failed: 'contacts.failed',
      head: this.#canAdd() ? this.#renderAdd() : nothing,
      note: html`<p part="note" class="muted small">${this.text('contacts.note')}</p>`,
      content: html`${this.#renderRemoved()} ${status === 'failed' ? nothing : this.#renderList(data?.items)}
      ${this.renderReadOnly()} ${this.#renderDialog()} ${this.#voice.render()}`,
    });
  }

  #renderAdd(): TemplateResult {
    return html`<button
      type="button"
      class="button primary"
      @click=${() => this.#open(newDraft(topicsOf(this.may.features)))}
    >
      ${this.text('contacts.add')}
    </button>`;
  }

  #renderList(contacts: readonly Contact[] | undefined): TemplateResult {
    if (contacts?.length === 0) return html`<p part="empty" class="muted">${this.text('contacts.empty')}</p>`;
    return contactTable(this.language, contacts, {
      edit: this.may.can(saveContact) ? (contact) => this.#open(draftOf(contact)) : undefined,
      remove: this.may.can(removeContact) ? (contact) => void this.#take(contact) : undefined,
      isRemoving: isBusy(this.#remove.state),
    });
  }

  /** What has just been removed, with the way back; or why it couldn't be. */
  #renderRemoved(): TemplateResult {
    const undo = html`<button type="button" class="button" @click=${() => void this.#giveBack()}>
      ${this.text('common.undo')}
    </button>`;
    const { removed } = this;
    return html`${removed ? notice('info', this.text('contacts.removed', { name: isolate(removed.name) }), undo) : nothing}
    ${writeOutcome(this.language, this.#remove.state, () => this.#remove.check())}
    ${writeOutcome(this.language, this.#restore.state, () => this.#restore.check())}`;
  }

  #renderDialog(): TemplateResult {
    const { draft } = this;
    const [state, tag] = [this.#write, this.language];
    const isNew = draft?.id === undefined;
    const check = (): void => (isNew ? this.#add.check() : this.#save.check());
    return dialog(tag, {
      open: draft !== undefined,
      id: 'contact',
      title: isNew ? this.text('contacts.add-title') : this.text('contacts.edit-title', { name: isolate(draft.name) }),
      busy: isBusy(state),
      close: this.#close,
      submit: () => void this.#submit(),
      content: draft
        ? html`${contactForm(tag, draft, this.#form(state), this.may.features, this.#edit)}
          ${writeOutcome(tag, state, check)}`
        : nothing,
      actions: html`<button type="button" class="button" @click=${this.#close}>${this.text('common.cancel')}</button>
        ${submitButton(tag, {
          label: this.text(isNew ? 'contacts.add' : 'common.save'),
          busyLabel: this.text(isNew ? 'contacts.adding' : 'contacts.saving'),
          state,
        })}`,
    });
  }

  #form(state: WriteState<unknown>): {
    errors: PersonErrors;
    refused: Readonly<Record<string, string>>;
    disabled: boolean;
  } {
    return { errors: this.errors, refused: state.error?.fields ?? {}, disabled: isBusy(state) };
  }

  #canAdd(): boolean {
    return this.may.can(addContact);
  }

  #open(draft: ContactDraft): void {
    this.errors = {};
    this.#add.begin();
    this.#save.begin();
    this.draft = draft;
  }

  readonly #edit = (edit: Edit): void => {
    if (this.draft) this.draft = edit(this.draft);
  };

  readonly #close = (): void => {
    if (!isBusy(this.#write)) this.draft = undefined;
  };

  async #submit(): Promise<void> {
    const { draft } = this;
    if (!draft || isBusy(this.#write)) return;
    const { contact, errors } = await checkContact(draft, regionOf(this.language));
    this.errors = errors;
    if (Object.keys(errors).length > 0) return this.#showErrors();
    if (!this.emit(new ContactSaveEvent(contact, draft.id))) return this.#close();
    const ended = await this.#send(draft, contact);
    if (ended.status !== 'done') return this.#showErrors();
    this.#voice.say(
      this.text(draft.id === undefined ? 'contacts.added' : 'contacts.saved', { name: isolate(contact.name) }),
    );
    this.emit(new ChangedEvent('contacts'));
    this.draft = undefined;
  }

  #send({ id, version }: ContactDraft, contact: NewContact): Promise<WriteState<Contact>> {
    if (id === undefined) return this.#add.submit(contact);
    return this.#save.submit({ id, contact }, version === undefined ? {} : { ifVersion: version });
  }

  async #showErrors(): Promise<void> {
    await this.updateComplete;
    focusFirstError(this.renderRoot);
  }

  /** The button is gone with its row, so that the focus moves to the heading. */
  async #take(contact: Contact): Promise<void> {
    if (isBusy(this.#remove.state) || !this.emit(new ContactRemoveEvent(contact))) return;
    this.#restore.begin();
    const { status } = await this.#remove.submit(contact.id, { ifVersion: contact.version });
    if (status !== 'done') return;
    this.removed = contact;
    this.#voice.say(this.text('contacts.removed', { name: isolate(contact.name) }));
    this.emit(new ChangedEvent('contacts'));
    this.focusTitle();
  }

  async #giveBack(): Promise<void> {
    const { removed } = this;
    if (!removed) return;
    const { name, email, phone, receives } = removed;
    const { status } = await this.#restore.submit({ name, email, phone, receives });
    if (status !== 'done') return;
    this.removed = undefined;
    this.#voice.say(this.text('contacts.restored', { name: isolate(name) }));
    this.emit(new ChangedEvent('contacts'));
    this.focusTitle();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-contacts': BillingContacts;
  }
}
