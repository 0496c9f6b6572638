import type { AddOn, Subscription, SubscriptionChange } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { differ, holds, present, refused, same } from '../expect.js';
import type { Kit } from '../needs.js';
import { invoicesOf } from '../samples/invoices.js';
import {
  agreed,
  bookOf,
  COMMIT,
  commit,
  droppingOf,
  purchaseOf,
  quoteFor,
  send,
  subscriptionOf,
} from '../samples/subscriptions.js';
import { UNDO_CHECKS } from './undo.js';

type Commit = (typeof COMMIT)[number];

/** Commits a change, and holds its answer against what is read afterwards. */
async function changed(kit: Kit<Commit>, change: SubscriptionChange): Promise<Subscription> {
  const before = await subscriptionOf(kit);
  const answer = await commit(kit, change);
  same(await subscriptionOf(kit), answer, 'the list has the subscription as the write has answered it');
  differ(answer.version, before.version, 'a change makes a new version');
  return answer;
}

/** Quotes and commits what is charged at once: exactly that, on one new invoice. */
async function charged(kit: Kit<Commit | 'listInvoices'>, change: SubscriptionChange): Promise<void> {
  const before = await invoicesOf(kit);
  const quote = await quoteFor(kit, change);
  await send(kit, agreed(quote), (await subscriptionOf(kit)).version);
  const after = await invoicesOf(kit);
  const added = after.filter(({ id }) => before.every((invoice) => invoice.id !== id));
  same(
    added.map(({ total }) => total),
    quote.dueNow.amount === '0' ? [] : [quote.dueNow],
    'what was quoted is charged, once',
  );
}

/** The add-on as the list has it. */
async function addOnOf({ adapter, facts }: Kit<'listAddOns' | 'facts.subscription'>, id: string): Promise<AddOn> {
  const { items } = await adapter.listAddOns(facts.subscription, { limit: 100 });
  return present(
    items.find((addOn) => addOn.id === id),
    `${id} is in the list of add-ons`,
  );
}

const UPGRADE = [...COMMIT, 'changes.plan', 'facts.upgrade'] as const;
const DOWNGRADE = [...COMMIT, 'changes.plan', 'facts.downgrade'] as const;
const PURCHASE = [...COMMIT, 'changes.add-ons', 'listAddOns', 'facts.addOn'] as const;
const DROP = [...COMMIT, 'changes.add-ons', 'listAddOns', 'facts.ownedAddOn'] as const;

/** Plans: what is charged, what waits, and what is refused. */
const plans: readonly Definition[] = [
  define({
    id: 'changes/upgrade',
    title: 'an upgrade that holds now is the plan at once',
    needs: UPGRADE,
    run: async (kit) => {
      const { plan, scheduledChange } = await changed(kit, { kind: 'plan', plan: kit.facts.upgrade });
      same([plan.id, scheduledChange], [kit.facts.upgrade, null], 'the upgrade is the plan at once');
    },
  }),
  define({
    id: 'changes/upgrade-charged',
    title: 'an upgrade is invoiced at once with the total that was quoted',
    needs: [...UPGRADE, 'listInvoices'],
    run: (kit) => charged(kit, { kind: 'plan', plan: kit.facts.upgrade }),
  }),
  define({
    id: 'changes/downgrade',
    title: 'a downgrade waits for the next period and charges nothing',
    needs: [...DOWNGRADE, 'listInvoices'],
    run: async (kit) => {
      const change: SubscriptionChange = { kind: 'plan', plan: kit.facts.downgrade };
      const { effective } = await quoteFor(kit, change);
      const before = [(await subscriptionOf(kit)).plan, await invoicesOf(kit)];
      const { plan, scheduledChange } = await changed(kit, change);
      same([plan, await invoicesOf(kit)], before, 'until then the plan stays, and nothing is charged');
      same(
        [scheduledChange?.plan.id, scheduledChange?.on],
        [kit.facts.downgrade, effective],
        'the downgrade is scheduled',
      );
    },
  }),
  define({
    id: 'changes/downgrade-takes-effect',
    title: 'a scheduled change is the plan when its day has come',
    needs: [...DOWNGRADE, 'scenario.endMonth'],
    run: async (kit) => {
      await changed(kit, { kind: 'plan', plan: kit.facts.downgrade });
      await kit.scenario.endMonth();
      const { plan, scheduledChange } = await subscriptionOf(kit);
      same([plan.id, scheduledChange], [kit.facts.downgrade, null], 'the scheduled plan is the plan now');
    },
  }),
  define({
    id: 'changes/same-plan',
    title: 'the plan that it has is no change',
    needs: ['previewChange', 'changes.plan', 'facts.subscription'],
    run: async (kit) => {
      const { plan } = await subscriptionOf(kit);
      const refusal = { kind: 'validation', code: 'same-plan', field: /plan$/ } as const;
      await refused(() => quoteFor(kit, { kind: 'plan', plan: plan.id }), refusal, 'the plan that it has is no change');
    },
  }),
  define({
    id: 'changes/closed-plan',
    title: 'a plan that is not on offer can not be changed to',
    needs: ['previewChange', 'changes.plan', 'facts.subscription', 'facts.closedPlan'],
    run: async (kit) => {
      const refusal = { kind: 'validation', field: /plan$/ } as const;
      const change = { kind: 'plan', plan: kit.facts.closedPlan } as const;
      await refused(() => quoteFor(kit, change), refusal, 'a plan that is not on offer can not be changed to');
    },
  }),
  define({
    id: 'changes/unknown-plan',
    title: 'a plan that there is not can not be changed to',
    needs: ['previewChange', 'changes.plan', 'facts.subscription'],
    run: async (kit) => {
      const refusal = { kind: ['validation', 'not-found'] } as const;
      const change = { kind: 'plan', plan: 'no-such-id' } as const;
      await refused(() => quoteFor(kit, change), refusal, 'a plan that there is not can not be changed to');
    },
  }),
];

/** Add-ons: bought with consent, charged at once, kept until the period ends. */
const addOns: readonly Definition[] = [
  define({
    id: 'changes/add-on-bought',
    title: 'an add-on that is bought is had at once',
    needs: PURCHASE,
    run: async (kit) => {
      same((await addOnOf(kit, kit.facts.addOn)).status, 'available', 'facts.addOn is not yet had');
      const { addOns: had } = await changed(kit, await purchaseOf(kit));
      holds(
        had.some(({ id }) => id === kit.facts.addOn),
        'the subscription has what it bought',
        had,
      );
      same((await addOnOf(kit, kit.facts.addOn)).status, 'active', 'the list of add-ons marks it');
    },
  }),
  define({
    id: 'changes/add-on-charged',
    title: 'an add-on is invoiced at once with the total that was quoted',
    needs: [...PURCHASE, 'listInvoices'],
    run: async (kit) => charged(kit, await purchaseOf(kit)),
  }),
  define({
    id: 'changes/add-on-consent',
    title: 'an add-on is not bought without consent to the terms in their current version',
    needs: PURCHASE,
    run: async (kit) => {
      const { version } = await subscriptionOf(kit);
      const purchase = await purchaseOf(kit);
      const before = await bookOf(kit);
      for (const consents of [{}, { [kit.facts.addOn]: 'another-version' }]) {
        const attempt = async (): Promise<unknown> =>
          send(kit, agreed(await quoteFor(kit, { ...purchase, consents } as SubscriptionChange)), version);
        const refusal = { kind: 'validation', code: 'consent-missing' } as const;
        await refused(attempt, refusal, 'an add-on is not bought without consent to its terms');
      }
      same(await bookOf(kit), before, 'a refused change changes nothing');
    },
  }),
  define({
    id: 'changes/add-on-ends',
    title: 'an add-on that is given up is kept until the period ends',
    needs: DROP,
    run: async (kit) => {
      const { addOns: had, scheduledAddOns } = await changed(kit, await droppingOf(kit));
      const { ownedAddOn } = kit.facts;
      holds(
        had.some(({ id }) => id === ownedAddOn),
        'what is paid for is kept',
        had,
      );
      const later = present(scheduledAddOns, 'the add-ons of the next period are shown');
      holds(
        later.addOns.every(({ id }) => id !== ownedAddOn),
        'from then on it is gone',
        later,
      );
      const { status, endsOn } = await addOnOf(kit, ownedAddOn);
      same([status, endsOn], ['ending', later.on], 'the list of add-ons says when it ends');
    },
  }),
];

/** Ends and rests. */
const ends: readonly Definition[] = [
  define({
    id: 'changes/cancel',
    title: 'a cancelled subscription ends on the day that was quoted',
    needs: [...COMMIT, 'changes.cancel'],
    run: async (kit) => {
      const change = { kind: 'cancel', reason: 'too-expensive' } as const;
      const { effective } = await quoteFor(kit, change);
      same((await changed(kit, change)).end, effective, 'it ends on the day that was quoted');
    },
  }),
  define({
    id: 'changes/cancelled-ends',
    title: 'a cancelled subscription is past when its day has come',
    needs: [...COMMIT, 'changes.cancel', 'scenario.endMonth'],
    run: async (kit) => {
      await changed(kit, { kind: 'cancel', reason: 'too-expensive' });
      await kit.scenario.endMonth();
      same((await subscriptionOf(kit)).status, 'ended', 'it has ended');
    },
  }),
  define({
    id: 'changes/pause',
    title: 'a subscription rests from the day that was quoted, until the day that was asked for',
    needs: [...COMMIT, 'changes.pause'],
    run: async (kit) => {
      const { effective } = await quoteFor(kit, { kind: 'pause', until: null });
      const until = `${Number(effective.slice(0, 4)) + 1}-01-01`;
      same(
        (await changed(kit, { kind: 'pause', until })).pause,
        { from: effective, until },
        'it rests for the days asked for',
      );
    },
  }),
  define({
    id: 'changes/pause-backwards',
    title: 'a rest that would end before it begins is refused',
    needs: ['previewChange', 'changes.pause', 'facts.subscription'],
    run: async (kit) => {
      const refusal = { kind: 'validation', field: /until/ } as const;
      await refused(
        () => quoteFor(kit, { kind: 'pause', until: '2001-01-01' }),
        refusal,
        'a rest ends after it begins',
      );
    },
  }),
  define({
    id: 'changes/paused',
    title: 'a subscription is paused when the day has come, and resumes',
    needs: [...COMMIT, 'changes.pause', 'changes.resume', 'scenario.endMonth'],
    run: async (kit) => {
      await changed(kit, { kind: 'pause', until: null });
      await kit.scenario.endMonth();
      same((await subscriptionOf(kit)).status, 'paused', 'it rests');
      await changed(kit, { kind: 'resume' });
      await kit.scenario.endMonth();
      differ((await subscriptionOf(kit)).status, 'paused', 'it has resumed with the next period');
    },
  }),
];

/** Changes of a subscription, and that every read agrees with them. */
export const CHANGE_CHECKS: readonly Definition[] = [...plans, ...addOns, ...ends, ...UNDO_CHECKS];
