import { define, type Definition } from '../define.js';
import { conforms, differ, holds, refused, same } from '../expect.js';
import { quoteSchema, type BillingErrorKind, type Quote } from '../../api/index.js';
import { SAMPLE_CHANGES, type SampleChange } from '../samples/changes.js';
import { agreed, bookOf, COMMIT, commit, oneMore, quoteFor, send, subscriptionOf } from '../samples/subscriptions.js';

/** A quote that doesn't stand any more, or never stood for this. */
const NOT_VALID: { readonly kind: readonly BillingErrorKind[] } = {
  kind: ['preview-expired', 'stale-version', 'validation', 'conflict', 'not-found'],
};

/** A change of the next period costs nothing yet. */
function waits({ effective, madeFor, lines, dueNow }: Quote): void {
  same([lines, dueNow.amount], [[], '0'], 'a change of the next period charges nothing now');
  holds(effective > madeFor.slice(0, 10), 'the next period has not begun', effective, `after ${madeFor}`);
}

const form = ({ name, needs, prepare }: SampleChange): Definition =>
  define({
    id: `quotes/form/${name}`,
    title: `the quote to ${name} says what was asked, when it holds and for how long it stands, and changes nothing`,
    needs,
    run: async (kit) => {
      const change = await prepare(kit);
      const before = await bookOf(kit);
      const quote = conforms(quoteSchema, await quoteFor(kit, change), 'the quote');
      same(quote.subscription, kit.facts.subscription, 'a quote is of the subscription that was asked for');
      same(quote.change, change, 'a quote is of the change that was asked for');
      holds(Date.parse(quote.madeFor) < Date.parse(quote.validUntil), 'a quote stands for a while', quote.validUntil);
      if (quote.timing === 'next-period') waits(quote);
      same(await bookOf(kit), before, 'a quote changes nothing');
    },
  });

const commits: readonly Definition[] = [
  define({
    id: 'quotes/repeat',
    title: 'the same question is quoted the same amounts',
    needs: ['previewChange', 'changes.plan', 'facts.subscription', 'facts.upgrade'],
    run: async (kit) => {
      const change = { kind: 'plan', plan: kit.facts.upgrade } as const;
      const [one, two] = [await quoteFor(kit, change), await quoteFor(kit, change)];
      const amounts = ({ lines, dueNow, recurring }: typeof one): unknown => ({ lines, dueNow, recurring });
      same(amounts(two), amounts(one), 'the same question is quoted the same amounts');
    },
  }),
  define({
    id: 'quotes/upgrade-costs-more',
    title: 'an upgrade is quoted as one, and costs more from then on',
    needs: ['previewChange', 'changes.plan', 'facts.subscription', 'facts.upgrade'],
    run: async (kit) => {
      const quote = await quoteFor(kit, { kind: 'plan', plan: kit.facts.upgrade });
      same(quote.direction, 'upgrade', 'an upgrade is quoted as one');
      const [before, after] = [BigInt(quote.recurringBefore.amount), BigInt(quote.recurring.amount)];
      holds(after > before, 'an upgrade costs more from then on', quote.recurring, quote.recurringBefore);
    },
  }),
  define({
    id: 'quotes/other-total',
    title: 'a commit that names another total is refused and changes nothing',
    needs: [...COMMIT, 'changes.plan', 'facts.upgrade'],
    run: async (kit) => {
      const quote = agreed(await quoteFor(kit, { kind: 'plan', plan: kit.facts.upgrade }));
      const { version } = await subscriptionOf(kit);
      const before = await bookOf(kit);
      const other = { ...quote, total: oneMore(quote.total) };
      await refused(() => send(kit, other, version), { kind: 'preview-expired' }, 'only the quoted total is charged');
      same(await bookOf(kit), before, 'a refused change changes nothing');
    },
  }),
  define({
    id: 'quotes/other-change',
    title: 'a quote is good for no other change',
    needs: [...COMMIT, 'changes.plan', 'changes.cancel', 'facts.downgrade'],
    run: async (kit) => {
      const quote = agreed(await quoteFor(kit, { kind: 'plan', plan: kit.facts.downgrade }));
      const { version } = await subscriptionOf(kit);
      const before = await bookOf(kit);
      const other = { ...quote, change: { kind: 'cancel', reason: 'too-expensive' } } as const;
      await refused(() => send(kit, other, version), NOT_VALID, 'a quote is good for the change that it was made for');
      same(await bookOf(kit), before, 'a refused change changes nothing');
    },
  }),
  define({
    id: 'quotes/other-subscription',
    title: 'a quote is good for no other subscription',
    needs: [...COMMIT, 'changes.plan', 'facts.upgrade', 'facts.otherSubscription'],
    run: async (kit) => {
      const { adapter, facts, key } = kit;
      const quote = agreed(await quoteFor(kit, { kind: 'plan', plan: facts.upgrade }));
      const { items } = await adapter.listSubscriptions({ limit: 100 });
      const version = items.find(({ id }) => id === facts.otherSubscription)?.version ?? '';
      const before = await bookOf(kit);
      const options = { idempotencyKey: key(), ifVersion: version };
      const attempt = (): Promise<unknown> => adapter.changeSubscription(facts.otherSubscription, quote, options);
      await refused(attempt, NOT_VALID, 'a quote is good for the subscription that it was made for');
      same(await bookOf(kit), before, 'a refused change changes nothing');
    },
  }),
  define({
    id: 'quotes/unknown',
    title: 'a quote that was never made is refused',
    needs: [...COMMIT, 'changes.plan', 'facts.upgrade'],
    run: async (kit) => {
      const quote = {
        ...agreed(await quoteFor(kit, { kind: 'plan', plan: kit.facts.upgrade })),
        quote: 'no-such-quote',
      };
      const { version } = await subscriptionOf(kit);
      await refused(() => send(kit, quote, version), NOT_VALID, 'a quote that was never made is refused');
    },
  }),
  define({
    id: 'quotes/once',
    title: 'a quote is committed once, whatever the key',
    needs: [...COMMIT, 'changes.plan', 'facts.upgrade'],
    run: async (kit) => {
      const quote = agreed(await quoteFor(kit, { kind: 'plan', plan: kit.facts.upgrade }));
      const first = await send(kit, quote, (await subscriptionOf(kit)).version);
      const after = await bookOf(kit);
      await refused(() => send(kit, quote, first.version), NOT_VALID, 'a quote is committed once');
      same(await bookOf(kit), after, 'a refused change changes nothing');
    },
  }),
  define({
    id: 'quotes/overtaken',
    title: 'a quote of an older version of the subscription is refused',
    needs: [...COMMIT, 'changes.plan', 'facts.upgrade', 'facts.downgrade'],
    run: async (kit) => {
      const old = await subscriptionOf(kit);
      const quote = agreed(await quoteFor(kit, { kind: 'plan', plan: kit.facts.upgrade }));
      const now = await commit(kit, { kind: 'plan', plan: kit.facts.downgrade });
      differ(now.version, old.version, 'a change makes a new version');
      const refusal = { kind: ['stale-version', 'preview-expired'] } as const;
      await refused(() => send(kit, quote, old.version), refusal, 'the subscription has changed since the quote');
      await refused(() => send(kit, quote, now.version), refusal, 'the subscription has changed since the quote');
    },
  }),
  define({
    id: 'quotes/expired',
    title: 'a quote that ran out is refused and changes nothing',
    needs: [...COMMIT, 'changes.plan', 'facts.upgrade', 'scenario.advance'],
    run: async (kit) => {
      const quote = await quoteFor(kit, { kind: 'plan', plan: kit.facts.upgrade });
      const { now } = await kit.adapter.getAccount();
      await kit.scenario.advance(Date.parse(quote.validUntil) - Date.parse(now) + 1000);
      const { version } = await subscriptionOf(kit);
      const before = await bookOf(kit);
      const attempt = (): Promise<unknown> => send(kit, agreed(quote), version);
      await refused(attempt, { kind: 'preview-expired' }, 'a quote stands until validUntil');
      same(await bookOf(kit), before, 'a refused change changes nothing');
    },
  }),
];

/** What a change would cost, and that nothing else is charged. */
export const QUOTE_CHECKS: readonly Definition[] = [...SAMPLE_CHANGES.map(form), ...commits];
