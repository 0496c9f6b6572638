import type { PaymentMethod, PaymentRoles, VersionedPage } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { differ, refused, same } from '../expect.js';
import type { Kit } from '../needs.js';
import { defaultOf, methodsOf } from '../samples/payments.js';

const ROLES = ['setPaymentRoles', 'listPaymentMethods', 'features.backups', 'facts.otherMethod'] as const;
const REMOVE = ['removePaymentMethod', 'listPaymentMethods', 'facts.otherMethod'] as const;

const idsOf = ({ items }: VersionedPage<PaymentMethod>): string[] => items.map(({ id }) => id);

const rolesOf = ({ items }: VersionedPage<PaymentMethod>): string[] => items.map(({ role }) => role);

/** Roles that can't be: they are refused, and all stays as it is. */
async function refusesRoles(
  kit: Kit<(typeof ROLES)[number]>,
  rolesFor: (ids: readonly string[]) => PaymentRoles,
  rule: string,
): Promise<void> {
  const before = await methodsOf(kit);
  const roles = rolesFor(idsOf(before));
  const options = { idempotencyKey: kit.key(), ifVersion: before.version };
  await refused(() => kit.adapter.setPaymentRoles(roles, options), { kind: ['validation', 'not-found'] }, rule);
  same(await methodsOf(kit), before, 'a refused write changes nothing');
}

/** Removes a method of the list as it is now. */
async function remove(
  kit: Kit<(typeof REMOVE)[number]>,
  method: string,
  replacement: string | null,
): Promise<VersionedPage<PaymentMethod>> {
  const { version } = await methodsOf(kit);
  return kit.adapter.removePaymentMethod(method, replacement, { idempotencyKey: kit.key(), ifVersion: version });
}

/** The methods on file: their order is the order in which they are charged. */
export const METHOD_CHECKS: readonly Definition[] = [
  define({
    id: 'payment-methods/roles',
    title: 'methods come in the order that was set, the default first',
    needs: ROLES,
    run: async (kit) => {
      const before = await methodsOf(kit);
      const first = kit.facts.otherMethod;
      const backups = idsOf(before)
        .filter((id) => id !== first)
        .toReversed();
      const options = { idempotencyKey: kit.key(), ifVersion: before.version };
      const answer = await kit.adapter.setPaymentRoles({ default: first, backups }, options);
      same(idsOf(answer), [first, ...backups], 'methods come in the order that was set');
      same(
        rolesOf(answer),
        ['default', ...backups.map(() => 'backup')],
        'the first is the default, the others back it up',
      );
      same(await methodsOf(kit), answer, 'the list is as the write has answered it');
      differ(answer.version, before.version, 'a change makes a new version');
    },
  }),
  define({
    id: 'payment-methods/roles-unused',
    title: 'a method that gets no role is kept and not charged',
    needs: ROLES,
    run: async (kit) => {
      const { version, items } = await methodsOf(kit);
      const options = { idempotencyKey: kit.key(), ifVersion: version };
      const answer = await kit.adapter.setPaymentRoles({ default: kit.facts.otherMethod, backups: [] }, options);
      same(idsOf(answer).toSorted(), items.map(({ id }) => id).toSorted(), 'no method is lost');
      same(rolesOf(answer), ['default', ...items.slice(1).map(() => 'unused')], 'who has no role is not charged');
    },
  }),
  define({
    id: 'payment-methods/roles-twice',
    title: 'a method has one role',
    needs: ROLES,
    run: (kit) =>
      refusesRoles(
        kit,
        ([first = '', ...rest]) => ({ default: first, backups: [first, ...rest] }),
        'a method has one role',
      ),
  }),
  define({
    id: 'payment-methods/roles-unknown',
    title: 'a method that is not on file gets no role',
    needs: ROLES,
    run: (kit) =>
      refusesRoles(kit, (backups) => ({ default: 'no-such-id', backups }), 'only what is on file can have a role'),
  }),
  define({
    id: 'payment-methods/removed',
    title: 'a method that is removed is gone, and the others keep their order',
    needs: REMOVE,
    run: async (kit) => {
      const before = await methodsOf(kit);
      const answer = await remove(kit, kit.facts.otherMethod, null);
      const rest = before.items.filter(({ id }) => id !== kit.facts.otherMethod);
      same(answer.items, rest, 'the others stay as they are');
      same(await methodsOf(kit), answer, 'the list is as the write has answered it');
    },
  }),
  define({
    id: 'payment-methods/default-replaced',
    title: 'the default is removed with another in its place',
    needs: REMOVE,
    run: async (kit) => {
      const answer = await remove(kit, defaultOf(await methodsOf(kit)).id, kit.facts.otherMethod);
      same(defaultOf(answer).id, kit.facts.otherMethod, 'the replacement is the default');
      same(await methodsOf(kit), answer, 'the list is as the write has answered it');
    },
  }),
  define({
    id: 'payment-methods/default-needs-replacement',
    title: 'the default is not removed while others exist and none takes its place',
    needs: REMOVE,
    run: async (kit) => {
      const before = await methodsOf(kit);
      const refusal = { kind: 'validation', code: 'replacement-missing' } as const;
      await refused(() => remove(kit, defaultOf(before).id, null), refusal, 'someone must be charged first');
      const itself = defaultOf(before).id;
      await refused(() => remove(kit, itself, itself), { kind: 'validation' }, 'a method does not replace itself');
      same(await methodsOf(kit), before, 'a refused write changes nothing');
    },
  }),
  define({
    id: 'payment-methods/unknown',
    title: 'a method that is not on file can not be removed',
    needs: REMOVE,
    run: async (kit) => {
      await refused(() => remove(kit, 'no-such-id', null), { kind: 'not-found' }, 'what there is not is not found');
    },
  }),
  define({
    id: 'payment-methods/open-balance',
    title: 'the last method is not removed while an invoice is due',
    needs: [...REMOVE, 'facts.unpaidInvoice'],
    run: async (kit) => {
      const { items } = await methodsOf(kit);
      for (const { id, role } of items) if (role !== 'default') await remove(kit, id, null);
      const before = await methodsOf(kit);
      const refusal = { kind: 'conflict', code: 'open-balance' } as const;
      await refused(() => remove(kit, defaultOf(before).id, null), refusal, 'what is due must be charged to something');
      same(await methodsOf(kit), before, 'a refused write changes nothing');
    },
  }),
];
