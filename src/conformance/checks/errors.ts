import type { BillingErrorKind, SubscriptionChange } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { refused, same } from '../expect.js';
import { givenAll, type Kit, type Need } from '../needs.js';
import { NEW_MEMBER, newContact } from '../samples/people.js';
import { INPUT_CHECKS } from './inputs.js';

const NOBODY = 'no-such-id';
const PERIOD = { start: '2026-01-01', end: '2026-02-01' };
const NOTHING = { amount: '0', currency: 'USD', exponent: 2 };
const CANCEL: SubscriptionChange = { kind: 'cancel', reason: '' };

/** A call with an id in its place. */
interface ById {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly call: (kit: Kit<Need>, id: string) => Promise<unknown>;
}

const byId = <N extends Need>(name: N, call: (kit: Kit<N>, id: string) => Promise<unknown>): ById => ({
  name,
  needs: [name],
  call: givenAll(call),
});

const write = ({ key }: Kit<never>): { idempotencyKey: string; ifVersion: string } => ({
  idempotencyKey: key(),
  ifVersion: '1',
});

const CALLS_BY_ID: readonly ById[] = [
  byId('previewChange', ({ adapter }, id) => adapter.previewChange(id, CANCEL)),
  byId('listAddOns', ({ adapter }, id) => adapter.listAddOns(id)),
  byId('getUsage', ({ adapter }, id) => adapter.getUsage(id, { period: PERIOD })),
  byId('listUsageRecords', ({ adapter }, id) => adapter.listUsageRecords(id, { period: PERIOD })),
  byId('listUsageColumns', ({ adapter }, id) => adapter.listUsageColumns(id, { period: PERIOD })),
  byId('getInvoice', ({ adapter }, id) => adapter.getInvoice(id)),
  byId('listInvoiceLines', ({ adapter }, id) => adapter.listInvoiceLines(id)),
  byId('getSetup', ({ adapter }, id) => adapter.getSetup(id)),
  byId('changeSubscription', (kit, id) =>
    kit.adapter.changeSubscription(id, { change: CANCEL, quote: NOBODY, total: NOTHING }, write(kit)),
  ),
  byId('payInvoice', (kit, id) => kit.adapter.payInvoice(id, { method: NOBODY, amount: NOTHING }, write(kit))),
  byId('undoScheduledChange', (kit, id) => kit.adapter.undoScheduledChange(id, 'cancel', write(kit))),
  byId('saveContact', (kit, id) => kit.adapter.saveContact(id, newContact(kit), write(kit))),
  byId('removeContact', (kit, id) => kit.adapter.removeContact(id, write(kit))),
  byId('saveMember', (kit, id) => kit.adapter.saveMember(id, NEW_MEMBER, write(kit))),
  byId('removeMember', (kit, id) => kit.adapter.removeMember(id, write(kit))),
  byId('resendInvitation', (kit, id) => kit.adapter.resendInvitation(id, write(kit))),
];

/** Ids that have a meaning in a path, a query or an object, and must have none here. */
const HOSTILE = ['', '..', 'a/b', 'a?b=c#d', '%2e%2e%2faccount', '__proto__'];

const unknownId = ({ name, needs, call }: ById): Definition =>
  define({
    id: `errors/unknown-id/${name}`,
    title: `${name}() takes an id for an id, and rejects the one that it does not know with not-found`,
    needs,
    run: async (kit) => {
      await refused(() => call(kit, NOBODY), { kind: 'not-found' }, 'what there is not is not found');
      for (const id of HOSTILE) {
        const refusal = { kind: ['not-found', 'validation'] } as const;
        await refused(() => call(kit, id), refusal, `the id ${JSON.stringify(id)} leads nowhere`);
      }
    },
  });

/** Without `unauthenticated`: an adapter may sign in again and hide it. */
const MAPPED: readonly BillingErrorKind[] = [
  'forbidden',
  'not-found',
  'validation',
  'conflict',
  'rate-limited',
  'unavailable',
  'unsupported',
  'internal',
];

const mapped = (kind: BillingErrorKind): Definition =>
  define({
    id: `errors/mapped/${kind}`,
    title: `a back end that fails with ${kind} is understood as that`,
    needs: ['listPlans', 'scenario.failNext'],
    run: async ({ adapter, scenario }) => {
      await scenario.failNext({ method: 'listPlans', kind, code: 'told-to-fail' });
      const error = await refused(() => adapter.listPlans(), { kind, code: 'told-to-fail' }, 'kind and code arrive');
      const passing = ['rate-limited', 'unavailable'].includes(kind);
      same(error.retryable, passing, 'what may pass can be tried again, and nothing else');
      await adapter.listPlans();
    },
  });

/** What goes wrong, and that everyone hears of it in the same words. */
export const ERROR_CHECKS: readonly Definition[] = [
  ...CALLS_BY_ID.map(unknownId),
  ...MAPPED.map(mapped),
  ...INPUT_CHECKS,
];
