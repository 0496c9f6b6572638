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
import { inviteMember, removeMember, resendInvitation, saveMember } from '../store/writes/members.js';
import { badges } from '../styles/badges.js';
import { base, buttons, skeletons } from '../styles/base.js';
import { tables } from '../styles/tables.js';
import { tokens } from '../styles/tokens.js';
import { MemberRemoveEvent, MemberSaveEvent } from './account-users.events.js';
import { memberForm } from './account-users.form.js';
import { removalDialog } from './account-users.removal.js';
import { styles } from './account-users.styles.js';
import { memberTable } from './account-users.table.js';
import { Announcer } from './announcer.js';
import { AwaitedWrite, writesOutcome } from './awaited-write.js';
import { dialogStyles } from './dialog.styles.js';
import { ChangedEvent } from './events.js';
import { fieldStyles } from './fields.styles.js';
import { checkMember, memberDraftOf, newMemberDraft, type MemberDraft } from './member-draft.js';
import { notice } from './notices.js';
import { noticeStyles } from './notices.styles.js';
import type { Person } from './person-check.js';
import { personDialog } from './person-dialog.js';
import { PersonEditor } from './person-editor.js';
import { ResourceElement, type Retryable } from './resource-element.js';

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
    skeletons,
    noticeStyles,
    dialogStyles,
    fieldStyles,
    styles,
  ];

  @state() private leaving: Member | undefined;
  /** Whose invitation is sent again, or has been. */
  @state() private reminded: Member | undefined;

  protected override readonly resource = 'members';
  readonly #members = new QueryController<Page<Member>>(this, () => this.store, readMembers);
  readonly #subscriptions = new QueryController<Page<Subscription>>(this, () => this.store, readSubscriptions);
  readonly #remove = new AwaitedWrite(this, () => this.store, removeMember);
  readonly #resend = new AwaitedWrite(this, () => this.store, resendInvitation);
  readonly #voice = new Announcer(this);
  readonly #editor = new PersonEditor(this, () => this.store, {
    add: inviteMember,
    save: saveMember,
    changeOf: (id, member: NewMember) => ({ id, member }),
    check: (draft: MemberDraft) => checkMember(draft, regionOf(this.language)),
    current: (id) => this.#items?.filter((each) => each.id === id).map(memberDraftOf)[0],
    intent: (member, id) => new MemberSaveEvent(member, id),
    done: ({ name }, isNew) =>
      this.#changed(this.text(isNew ? 'users.invited' : 'users.saved', { name: isolate(name) })),
  });

  protected override get shown(): ReadState<Page<Member>> {
    return this.may.permitted('members', this.#members.state);
  }

  protected override get reads(): readonly Retryable[] {
    return [this.#members];
  }

  protected override isEmpty({ items }: Page<Member>): boolean {
    return items.length === 0;
  }

  protected override forget(): void {
    this.leaving = this.reminded = undefined;
  }

  get #items(): readonly Member[] | undefined {
    return this.shown.data?.items;
  }

  override render(): TemplateResult | typeof nothing {
    const writes = [...this.#editor.left, this.#resend, ...(this.leaving ? [] : [this.#remove])];
    return this.frame({
      title: this.text('users.title'),
      failed: 'users.failed',
      head: this.may.can(inviteMember) ? this.#renderInvite() : nothing,
      note: html`<p part="note" class="muted small">${this.text('users.note')}</p>`,
      content: html`${this.#renderReminded()} ${writesOutcome(this.language, writes)}
      ${this.shown.status === 'failed' ? nothing : this.#renderList()} ${this.renderReadOnly()} ${this.#renderDialog()}
      ${this.#renderRemoval()} ${this.#voice.render()}`,
    });
  }

  #renderInvite(): TemplateResult {
    const open = (): void => this.#editor.open(newMemberDraft);
    return html`<button type="button" class="button primary" @click=${open}>${this.text('users.invite')}</button>`;
  }

  #renderReminded(): TemplateResult | typeof nothing {
    const { reminded } = this;
    if (!reminded || this.#resend.state.status !== 'idle') return nothing;
    return notice('info', this.text('users.resent', { email: isolate(reminded.email) }));
  }

  #renderList(): TemplateResult {
    if (this.#items?.length === 0) return html`<p part="empty" class="muted">${this.text('users.empty')}</p>`;
    return memberTable(this.language, this.#items, this.#products(), {
      edit: this.may.can(saveMember) ? (member) => this.#editor.open(memberDraftOf(member)) : undefined,
      remove: this.may.can(removeMember) ? (member) => this.#ask(member) : undefined,
      resend: this.may.can(resendInvitation) ? (member) => this.#sendAgain(member) : undefined,
      resending: this.#resend.busy ? this.reminded?.id : undefined,
    });
  }

  #renderDialog(): TemplateResult {
    const { draft, isNew, edit, busy: disabled } = this.#editor;
    const tag = this.language;
    const faultOf = (field: keyof Person): string | undefined => this.#editor.faultOf(tag, field);
    return personDialog(tag, this.#editor, {
      id: 'member',
      title:
        draft && !isNew
          ? this.text('users.edit-title', { name: isolate(draft.name) })
          : this.text('users.invite-title'),
      label: this.text(isNew ? 'users.invite' : 'common.save'),
      busyLabel: this.text(isNew ? 'users.inviting' : 'users.saving'),
      fields: draft && memberForm(tag, draft, this.#products(), { faultOf, disabled }, edit),
    });
  }

  #renderRemoval(): TemplateResult {
    return removalDialog(this.language, this.leaving, this.#remove, {
      close: () => this.#keep(),
      confirm: () => this.#take(),
    });
  }

  #products(): readonly Subscription[] {
    return (this.#subscriptions.state.data?.items ?? []).filter(({ status }) => status !== 'ended');
  }

  #ask(member: Member): void {
    this.#remove.begin();
    this.leaving = member;
  }

  #keep(): void {
    if (!this.#remove.busy) this.leaving = undefined;
  }

  /** As they stand now: they may have been changed since the question was asked. */
  #take(): void {
    const member = this.#items?.find(({ id }) => id === this.leaving?.id) ?? this.leaving;
    if (!member || this.#remove.busy) return;
    if (!this.emit(new MemberRemoveEvent(member))) return this.#keep();
    void this.#remove.submit(member.id, member.version, () => this.#removed(member));
  }

  /** The button is gone with its row, so that the focus moves to the heading. */
  #removed({ name, status }: Member): void {
    this.leaving = undefined;
    this.#changed(this.text(status === 'invited' ? 'users.withdrawn' : 'users.removed', { name: isolate(name) }));
    void this.updateComplete.then(() => this.focusTitle());
  }

  #sendAgain(member: Member): void {
    if (this.#resend.busy) return;
    this.reminded = member;
    void this.#resend.submit(member.id, member.version, () =>
      this.#changed(this.text('users.resent', { email: isolate(member.email) })),
    );
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
