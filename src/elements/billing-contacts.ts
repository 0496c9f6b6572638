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
import { addContact, removeContact, saveContact } from '../store/writes/contacts.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { Announcer } from './announcer.js';
import { AwaitedWrite, writesOutcome } from './awaited-write.js';
import { ContactRemoveEvent, ContactSaveEvent } from './billing-contacts.events.js';
import { contactForm, topicsOf } from './billing-contacts.form.js';
import { styles } from './billing-contacts.styles.js';
import { contactTable } from './billing-contacts.table.js';
import { checkContact, draftOf, newDraft, type ContactDraft } from './contact-draft.js';
import { dialogStyles } from './dialog.styles.js';
import { ChangedEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import type { Person } from './person-check.js';
import { personDialog } from './person-dialog.js';
import { PersonEditor } from './person-editor.js';
import { ResourceElement, type Retryable } from './resource-element.js';

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

  @state() private removed: Contact | undefined;

  protected override readonly resource = 'contacts';
  readonly #contacts = new QueryController<Page<Contact>>(this, () => this.store, readContacts);
  readonly #remove = new AwaitedWrite(this, () => this.store, removeContact);
  readonly #restore = new AwaitedWrite(this, () => this.store, addContact);
  readonly #voice = new Announcer(this);
  readonly #editor = new PersonEditor(this, () => this.store, {
    add: addContact,
    save: saveContact,
    changeOf: (id, contact: NewContact) => ({ id, contact }),
    check: (draft: ContactDraft) => checkContact(draft, regionOf(this.language)),
    current: (id) => this.#items?.filter((each) => each.id === id).map(draftOf)[0],
    intent: (contact, id) => new ContactSaveEvent(contact, id),
    done: ({ name }, isNew) => this.#changed(isNew ? 'contacts.added' : 'contacts.saved', name),
  });

  protected override get shown(): ReadState<Page<Contact>> {
    return this.may.permitted('contacts', this.#contacts.state);
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#contacts];
  }

  protected override isEmpty({ items }: Page<Contact>): boolean {
    return items.length === 0;
  }

  protected override forget(): void {
    this.removed = undefined;
  }

  get #items(): readonly Contact[] | undefined {
    return this.shown.data?.items;
  }

  override render(): TemplateResult | typeof nothing {
    const writes = [...this.#editor.left, this.#remove, this.#restore];
    return this.frame({
      title: this.text('contacts.title'),
      failed: 'contacts.failed',
      head: this.may.can(addContact) ? this.#renderAdd() : nothing,
      note: html`<p part="note" class="muted small">${this.text('contacts.note')}</p>`,
      content: html`${this.#renderRemoved()} ${writesOutcome(this.language, writes)}
      ${this.shown.status === 'failed' ? nothing : this.#renderList()} ${this.renderReadOnly()} ${this.#renderDialog()}
      ${this.#voice.render()}`,
    });
  }

  #renderAdd(): TemplateResult {
    const open = (): void => this.#editor.open(newDraft(topicsOf(this.may.features)));
    return html`<button type="button" class="button primary" @click=${open}>${this.text('contacts.add')}</button>`;
  }

  #renderList(): TemplateResult {
    if (this.#items?.length === 0) return html`<p part="empty" class="muted">${this.text('contacts.empty')}</p>`;
    return contactTable(this.language, this.#items, {
      edit: this.may.can(saveContact) ? (contact) => this.#editor.open(draftOf(contact)) : undefined,
      remove: this.may.can(removeContact) ? (contact) => this.#take(contact) : undefined,
      isRemoving: this.#remove.busy,
    });
  }

  /** What has just been removed, with the way back. */
  #renderRemoved(): TemplateResult | typeof nothing {
    const { removed } = this;
    if (!removed || this.#restore.state.status === 'unknown') return nothing;
    const isOff = this.#restore.busy ? 'true' : 'false';
    const undo = html`<button
      type="button"
      class="button"
      aria-disabled=${isOff}
      @click=${() => this.#giveBack(removed)}
    >
      ${this.text('common.undo')}
    </button>`;
    return notice('info', this.text('contacts.removed', { name: isolate(removed.name) }), undo);
  }

  #renderDialog(): TemplateResult {
    const { draft, isNew, edit, busy: disabled } = this.#editor;
    const tag = this.language;
    const faultOf = (field: keyof Person): string | undefined => this.#editor.faultOf(tag, field);
    return personDialog(tag, this.#editor, {
      id: 'contact',
      title:
        draft && !isNew
          ? this.text('contacts.edit-title', { name: isolate(draft.name) })
          : this.text('contacts.add-title'),
      label: this.text(isNew ? 'contacts.add' : 'common.save'),
      busyLabel: this.text(isNew ? 'contacts.adding' : 'contacts.saving'),
      fields: draft && contactForm(tag, draft, { faultOf, disabled }, this.may.features, edit),
    });
  }

  /** The button is gone with its row, so that the focus moves to the heading. */
  #take(contact: Contact): void {
    if (this.#remove.busy || !this.emit(new ContactRemoveEvent(contact))) return;
    this.#restore.begin();
    void this.#remove.submit(contact.id, contact.version, () => {
      this.removed = contact;
      this.#changed('contacts.removed', contact.name);
      this.focusTitle();
    });
  }

  #giveBack({ name, email, phone, receives }: Contact): void {
    if (this.#restore.busy) return;
    void this.#restore.submit({ name, email, phone, receives }, undefined, () => {
      this.removed = undefined;
      this.#changed('contacts.restored', name);
      this.focusTitle();
    });
  }

  #changed(key: `contacts.${'added' | 'saved' | 'removed' | 'restored'}`, name: string): void {
    this.#voice.say(this.text(key, { name: isolate(name) }));
    this.emit(new ChangedEvent('contacts'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'billing-contacts': BillingContacts;
  }
}
