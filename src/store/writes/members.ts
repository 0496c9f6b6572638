import { memberSchema, type Member, type NewMember } from '../../api/index.js';
import { answerOf, promised } from '../reads/read.js';
import { itemGone, itemIs } from './patch.js';
import type { Write } from './write.js';

/** A member who is there, and what the form says of them. */
export interface MemberEdit {
  readonly id: string;
  readonly member: NewMember;
}

const ofMembers = { resource: 'members', about: ['members'], changes: ['members'] } as const;

/** Invites someone. */
export const inviteMember: Write<NewMember, Member> = {
  ...ofMembers,
  method: 'inviteMember',
  send: async (adapter, member, options) =>
    answerOf(memberSchema, adapter.inviteMember?.(member, options), 'inviteMember'),
  patch: (now, _, seen) => itemIs(now, seen),
};

/** Sends an invitation again, by the member's id. `ifVersion` is the member's. */
export const resendInvitation: Write<string, Member> = {
  ...ofMembers,
  method: 'resendInvitation',
  send: async (adapter, id, options) =>
    answerOf(memberSchema, adapter.resendInvitation?.(id, options), 'resendInvitation'),
  patch: (now, _, seen) => itemIs(now, seen),
};

/** Changes a member. `ifVersion` is the member's. */
export const saveMember: Write<MemberEdit, Member> = {
  ...ofMembers,
  method: 'saveMember',
  send: async (adapter, { id, member }, options) =>
    answerOf(memberSchema, adapter.saveMember?.(id, member, options), 'saveMember'),
  patch: (now, _, seen) => itemIs(now, seen),
};

/** Removes a member, or withdraws an invitation, by the id. `ifVersion` is the member's. */
export const removeMember: Write<string, void> = {
  ...ofMembers,
  method: 'removeMember',
  send: async (adapter, id, options) => promised(adapter.removeMember?.(id, options), 'removeMember'),
  patch: (_, id) => itemGone(id),
};
