import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Member, NewMember, Page, Subscription } from '../api/index.js';
import type { Catalogue } from '../locale/catalogue.js';
import { regionOf } from '../locale/intl.js';
import { isolate } from '../locale/messages.js';
import { peopleTexts } from '../locale/texts/people.js';
import { QueryController } from '../store/query.js';
import { readMembers } from '../store/reads/people.js';
import { readSubscriptions } from '../store/reads/subscriptions.js';
import type { ReadState } from '../store/state.js';
import { isBusy, WriteController, type WriteState } from '../store/write.js';
import { inviteMember, removeMember, resendInvitation, saveMember } from '../store/writes/members.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { cards } from '../styles/cards.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { MemberRemoveEvent, MemberSaveEvent } from './account-users.events.js';
import { memberForm } from './account-users.form.js';
import { removalDialog } from './account-users.removal.js';
import { styles } from './account-users.styles.js';
import { memberTable } from './account-users.table.js';
import { Announcer } from './announcer.js';
import { dialog } from './dialog.js';
import { dialogStyles } from './dialog.styles.js';
import { ChangedEvent } from './events.js';
import { focusFirstError } from './fields.js';
import { fieldStyles } from './fields.styles.js';
import { checkMember, memberDraftOf, newMemberDraft, type MemberDraft, type MemberEdit } from './member-draft.js';
import { noticeStyles } from './notices.styles.js';
import type { PersonErrors } from './person-check.js';
import { ResourceElement, type Retryable } from './resource-element.js';
import { submitButton, writeOutcome } from './write-button.js';

/**
 * Who signs in to the account: invited, edited and removed here, with the products that they may use and their rights.
 *
 * @fires {MemberSaveEvent} billing-member-save - A user is to be invited or changed; that is done next.
 * @fires {MemberRemoveEvent} billing-member-remove - A user is to be removed, or an invitation withdrawn; that is done next.
 * @fires {ChangedEvent} billing-changed - The back end has changed the users.
 * @csspart base - Everything.
 * @csspart title - The heading.
 * @csspart note - What users are.
 * @csspart member - A user.
 * @csspart badge - The role or the state of a user.
 * @csspart badge-accent - An invitation that is open.
 * @csspart badge-neutral - An admin.
 * @csspart empty - What will be here.
 * @csspart read-only - Why the user may look only.
 * @csspart dialog - A form, or the question before someone is removed.
 * @csspart field - A field of the form.
 * @csspart notice - A remark.
 * @csspart notice-info - A remark that states a fact.
 * @csspart notice-negative - A remark about a failure.
 * @csspart retry - The button that reads again.
 */
export class AccountUsers extends ResourceElement<Page<Member>> {
  static override texts: Catalogue = peopleTexts;
  static override styles: CSSResultGroup = [
    tokens,
    base,
    buttons,
    badges,
    tables,
    cards,
    skeletons,
    noticeStyles,
    dialogStyles,
    fieldStyles,
    styles,
  ];

  @state() private draft: MemberDraft | undefined;
  @state() private errors: PersonErrors = {};
  @state() private leaving: Member | undefined;

  protected override readonly resource = 'members';
  readonly #members = new QueryController<Page<Member>>(this, () => this.store, readMembers);
  readonly #subscriptions = new QueryController<Page<Subscription>>(this, () => this.store, readSubscriptions);
  readonly #invite = new WriteController(this, () => this.store, inviteMember);
  readonly #save = new WriteController(this, () => this.store, saveMember);
  readonly #remove = new WriteController(this, () => this.store, removeMember);
  readonly #resend = new WriteController(this, () => this.store, resendInvitation);
  readonly #voice = new Announcer(this);

  protected override get shown(): ReadState<Page<Member>> {
    return this.may.permitted('members', this.#members.state);
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#members];
  }

  protected override isEmpty({ items }: Page<Member>): boolean {
    return items.length === 0;
  }

  /** The write that the open form is about. */
  get #write(): WriteState<unknown> {
    return this.draft?.id === undefined ? this.#invite.state : this.#save.state;
  }

  override render(): TemplateResult | typeof nothing {
    const { status, data } = this.shown;
    const resent = writeOutcome(this.language, this.#resend.state, () => this.#resend.check());
    return this.frame({
      title: this.text('users.title'),
      failed: 'users.failed',
      head: this.may.can(inviteMember) ? this.#renderInvite() : nothing,
      note: html`<p part="note" class="muted small">${this.text('users.note')}</p>`,
      content: html`${resent} ${status === 'failed' ? nothing : this.#renderList(data?.items)} ${this.renderReadOnly()}
      ${this.#renderDialog()} ${this.#renderRemoval()} ${this.#voice.render()}`,
    });
  }

  #renderInvite(): TemplateResult {
    return html`<button type="button" class="button primary" @click=${() => this.#open(newMemberDraft)}>
      ${this.text('users.invite')}
    </button>`;
  }

  #renderList(members: readonly Member[] | undefined): TemplateResult {
    if (members?.length === 0) return html`<p part="empty" class="muted">${this.text('users.empty')}</p>`;
    return memberTable(this.language, members, this.#products(), {
      edit: this.may.can(saveMember) ? (member) => this.#open(memberDraftOf(member)) : undefined,
      remove: this.may.can(removeMember) ? (member) => this.#ask(member) : undefined,
      resend: this.may.can(resendInvitation) ? (member) => void this.#sendAgain(member) : undefined,
      isBusy: isBusy(this.#resend.state),
    });
  }

  #renderDialog(): TemplateResult {
    const { draft } = this;
    const [state, tag] = [this.#write, this.language];
    const isNew = draft?.id === undefined;
    const form = { errors: this.errors, refused: state.error?.fields ?? {}, disabled: isBusy(state) };
    const check = (): void => (isNew ? this.#invite.check() : this.#save.check());
    return dialog(tag, {
      open: draft !== undefined,
      id: 'member',
      title: isNew ? this.text('users.invite-title') : this.text('users.edit-title', { name: isolate(draft.name) }),
      busy: isBusy(state),
      close: this.#close,
      submit: () => void this.#submit(),
      content: draft
        ? html`${memberForm(tag, draft, this.#products(), form, this.#edit)} ${writeOutcome(tag, state, check)}`
        : nothing,
      actions: html`<button type="button" class="button" @click=${this.#close}>${this.text('common.cancel')}</button>
        ${submitButton(tag, {
          label: this.text(isNew ? 'users.invite' : 'common.save'),
          busyLabel: this.text(isNew ? 'users.inviting' : 'users.saving'),
          state,
        })}`,
    });
  }

  #renderRemoval(): TemplateResult {
    return removalDialog(this.language, this.leaving, this.#remove.state, {
      close: () => (this.leaving = undefined),
      confirm: () => void this.#take(),
      check: () => this.#remove.check(),
    });
  }

  #products(): readonly Subscription[] {
    return (this.#subscriptions.state.data?.items ?? []).filter(({ status }) => status !== 'ended');
  }

  #open(draft: MemberDraft): void {
    this.errors = {};
    this.#invite.begin();
    this.#save.begin();
    this.draft = draft;
  }

  #ask(member: Member): void {
    this.#remove.begin();
    this.leaving = member;
  }

  readonly #edit = (edit: MemberEdit): void => {
    if (this.draft) this.draft = edit(this.draft);
  };

  readonly #close = (): void => {
    if (!isBusy(this.#write)) this.draft = undefined;
  };

  async #submit(): Promise<void> {
    const { draft } = this;
    if (!draft || isBusy(this.#write)) return;
    const { member, errors } = await checkMember(draft, regionOf(this.language));
    this.errors = errors;
    if (Object.keys(errors).length > 0) return this.#showErrors();
    if (!this.emit(new MemberSaveEvent(member, draft.id))) return this.#close();
    const { status } = await this.#send(draft, member);
    if (status !== 'done') return this.#showErrors();
    const name = isolate(member.name);
    this.#changed(draft.id === undefined ? this.text('users.invited', { name }) : this.text('users.saved', { name }));
    this.draft = undefined;
  }

  #send({ id, version }: MemberDraft, member: NewMember): Promise<WriteState<Member>> {
    if (id === undefined) return this.#invite.submit(member);
    return this.#save.submit({ id, member }, version === undefined ? {} : { ifVersion: version });
  }

  async #showErrors(): Promise<void> {
    await this.updateComplete;
    focusFirstError(this.renderRoot);
  }

  /** The button is gone with its row, so that the focus moves to the heading. */
  async #take(): Promise<void> {
    const member = this.leaving;
    if (!member || isBusy(this.#remove.state)) return;
    if (!this.emit(new MemberRemoveEvent(member))) return void (this.leaving = undefined);
    const { status } = await this.#remove.submit(member.id, { ifVersion: member.version });
    if (status !== 'done') return;
    const name = isolate(member.name);
    this.#changed(this.text(member.status === 'invited' ? 'users.withdrawn' : 'users.removed', { name }));
    this.leaving = undefined;
    await this.updateComplete;
    this.focusTitle();
  }

  async #sendAgain(member: Member): Promise<void> {
    if (isBusy(this.#resend.state)) return;
    const { status } = await this.#resend.submit(member.id, { ifVersion: member.version });
    if (status === 'done') this.#changed(this.text('users.resent', { email: isolate(member.email) }));
  }

  #changed(said: string): void {
    this.#voice.say(said);
    this.emit(new ChangedEvent('members'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-users': AccountUsers;
  }
}
