import type { Member } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { differ, holds, present, refused, same, skipUnless } from '../expect.js';
import type { Kit } from '../needs.js';
import { allOf } from '../samples/pages.js';
import { invitedMember, NEW_MEMBER } from '../samples/people.js';

const membersOf = ({ adapter }: Kit<'listMembers'>): Promise<Member[]> => allOf((query) => adapter.listMembers(query));

const formOf = ({ name, email, phone, products, rights }: Member): typeof NEW_MEMBER => ({
  name,
  email,
  phone,
  products,
  rights,
});

/** Who signs in. */
export const MEMBER_CHECKS: readonly Definition[] = [
  define({
    id: 'members/one-is-you',
    title: 'one member is the user of the session, and one at least is an admin',
    needs: ['listMembers'],
    run: async (kit) => {
      const all = await membersOf(kit);
      same(all.filter(({ you }) => you).length, 1, 'one member is the user of the session');
      holds(
        all.some(({ role, status }) => role === 'admin' && status === 'active'),
        'the account has an admin',
        all,
      );
    },
  }),
  define({
    id: 'members/invited',
    title: 'a member who is invited is kept as given, with the day of the invitation',
    needs: ['inviteMember', 'listMembers'],
    run: async (kit) => {
      const before = await membersOf(kit);
      const member = await invitedMember(kit);
      same(formOf(member), NEW_MEMBER, 'a member is kept as given');
      same([member.status, member.you], ['invited', false], 'who is invited has not joined');
      holds(member.invitedOn !== null, 'the day of the invitation is shown', member);
      const after = await membersOf(kit);
      same(
        after.find(({ id }) => id === member.id),
        member,
        'the list has what the write has answered',
      );
      same(
        after.filter(({ id }) => id !== member.id),
        before,
        'the others stay as they are',
      );
    },
  }),
  define({
    id: 'members/email-taken',
    title: 'an e-mail is the name of one user',
    needs: ['inviteMember', 'listMembers'],
    run: async (kit) => {
      const [first] = await membersOf(kit);
      const email = present(first, 'the account has a member').email;
      for (const taken of [email, email.toUpperCase()]) {
        const refusal = { kind: 'validation', field: /^email$/ } as const;
        await refused(() => invitedMember(kit, { email: taken }), refusal, 'an e-mail is the name of one user');
      }
    },
  }),
  define({
    id: 'members/resent',
    title: 'an invitation can be sent again; it stays the same invitation',
    needs: ['inviteMember', 'resendInvitation', 'listMembers'],
    run: async (kit) => {
      const { id, version } = await invitedMember(kit);
      const before = await membersOf(kit);
      const again = await kit.adapter.resendInvitation(id, { idempotencyKey: kit.key(), ifVersion: version });
      same([again.id, again.status], [id, 'invited'], 'it is the same invitation');
      const after = await membersOf(kit);
      same(
        after.map((member) => member.id),
        before.map((member) => member.id),
        'nobody is added',
      );
    },
  }),
  define({
    id: 'members/resent-to-joined',
    title: 'who has joined is not invited again',
    needs: ['resendInvitation', 'listMembers'],
    run: async (kit) => {
      const joined = (await membersOf(kit)).find(({ status }) => status === 'active');
      const { id, version } = present(joined, 'somebody has joined');
      const attempt = (): Promise<unknown> =>
        kit.adapter.resendInvitation(id, { idempotencyKey: kit.key(), ifVersion: version });
      await refused(attempt, { kind: ['conflict', 'validation', 'not-found'] }, 'who has joined is not invited again');
    },
  }),
  define({
    id: 'members/saved',
    title: 'a member who is saved has the products and rights that were saved',
    needs: ['inviteMember', 'saveMember', 'listMembers', 'facts.subscription'],
    run: async (kit) => {
      const { id, version } = await invitedMember(kit);
      const form = { ...NEW_MEMBER, name: 'New Name', products: [kit.facts.subscription], rights: ['edit-payment'] };
      const saved = await kit.adapter.saveMember(id, form, { idempotencyKey: kit.key(), ifVersion: version });
      same(formOf(saved), form, 'a member is what was saved');
      differ(saved.version, version, 'a change makes a new version');
      same(
        (await membersOf(kit)).find((member) => member.id === id),
        saved,
        'the list has what the write has answered',
      );
    },
  }),
  define({
    id: 'members/removed',
    title: 'a member who is removed is gone, and no other',
    needs: ['inviteMember', 'removeMember', 'listMembers'],
    run: async (kit) => {
      const before = await membersOf(kit);
      const { id, version } = await invitedMember(kit);
      await kit.adapter.removeMember(id, { idempotencyKey: kit.key(), ifVersion: version });
      same(await membersOf(kit), before, 'the removed member is gone, and no other');
    },
  }),
  define({
    id: 'members/not-oneself',
    title: 'nobody removes themself',
    needs: ['removeMember', 'listMembers'],
    run: async (kit) => {
      const before = await membersOf(kit);
      const { id, version } = present(
        before.find(({ you }) => you),
        'one member is the user of the session',
      );
      const attempt = (): Promise<unknown> =>
        kit.adapter.removeMember(id, { idempotencyKey: kit.key(), ifVersion: version });
      await refused(attempt, { kind: 'conflict', code: ['own-membership', 'last-admin'] }, 'nobody removes themself');
      same(await membersOf(kit), before, 'a refused write changes nothing');
    },
  }),
  define({
    id: 'members/last-admin',
    title: 'whoever is removed, an admin stays',
    needs: ['removeMember', 'listMembers'],
    run: async (kit) => {
      const all = await membersOf(kit);
      skipUnless(all.length > 1, 'the test account has one member only');
      for (const { id, version } of all) {
        const options = { idempotencyKey: kit.key(), ifVersion: version };
        await kit.adapter.removeMember(id, options).catch(() => undefined);
      }
      const left = await membersOf(kit);
      holds(
        left.some(({ role, status }) => role === 'admin' && status === 'active'),
        'an admin stays',
        left,
      );
      holds(
        left.some(({ you }) => you),
        'the user of the session stays',
        left,
      );
    },
  }),
];
