import type { BillingError } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { CheckSkipped } from '../errors.js';
import { conforms, holds, refused, same } from '../expect.js';
import { someInvoice } from '../samples/invoices.js';
import { SAMPLE_LISTS, type SampleList } from '../samples/lists.js';
import { allOf } from '../samples/pages.js';
import { methodsOf } from '../samples/payments.js';
import { SAMPLE_READS, type SampleRead } from '../samples/reads.js';
import { READ_ORDER_CHECKS } from './read-order.js';

const shape = ({ name, needs, schema, prepare }: SampleRead): Definition =>
  define({
    id: `reads/shape/${name}`,
    title: `${name}() answers in the shape of the contract`,
    needs,
    run: async (kit) => {
      const read = await prepare(kit);
      conforms(schema, await read({}), `${name}()`);
    },
  });

/** The account's clock runs on, and a preview is a new quote each time; all else stays. */
const repeatable = SAMPLE_READS.filter(({ name }) => !['getAccount', 'previewChange', 'getUsage'].includes(name));

const repeats = ({ name, needs, prepare }: SampleRead): Definition =>
  define({
    id: `reads/repeat/${name}`,
    title: `${name}() answers the same again, whatever is done to its answer`,
    needs,
    run: async (kit) => {
      const read = await prepare(kit);
      const first = await read({});
      const before = structuredClone(first);
      spoil(first);
      same(await read({}), before, `${name}() answers the same while nothing happens`);
    },
  });

/** Empties every list in an answer, as a careless page might. Frozen answers stay as they are. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.values(value).forEach(spoil);
  if (Array.isArray(value)) value.length = 0;
}

const distinct = ({ name, needs, prepare }: SampleList): Definition =>
  define({
    id: `reads/distinct/${name}`,
    title: `no two items of ${name}() have the same id`,
    needs,
    run: async (kit) => {
      const ids = (await allOf(await prepare(kit))).map(({ id }) => id);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      holds(twice === undefined, 'ids are unique in a list', twice);
    },
  });

const others: readonly Definition[] = [
  define({
    id: 'reads/pdf',
    title: 'getInvoicePdf() answers a PDF, or not-found',
    needs: ['getInvoicePdf', 'listInvoices'],
    run: async (kit) => {
      const pdf = await kit.adapter.getInvoicePdf(await someInvoice(kit)).catch(noFiles);
      same(pdf.type.split(';')[0], 'application/pdf', 'the file says that it is a PDF');
      same(await pdf.slice(0, 5).text(), '%PDF-', 'the file is a PDF');
      const unknown = (): Promise<unknown> => kit.adapter.getInvoicePdf('no-such-id');
      await refused(unknown, { kind: 'not-found' }, 'what there is not is not found');
    },
  }),
  define({
    id: 'reads/locale',
    title: 'a language that the back end does not have is no reason to refuse',
    needs: [],
    run: async ({ adapter }) => {
      const [plain, foreign] = [
        await adapter.listSubscriptions(),
        await adapter.listSubscriptions({ locale: 'tlh-AQ' }),
      ];
      const ids = (page: typeof plain): string[] => page.items.map(({ id }) => id);
      same(ids(foreign), ids(plain), 'the language of a read changes words only');
    },
  }),
  define({
    id: 'reads/same-account',
    title: 'two adapters of one account read the same',
    needs: [],
    run: async ({ adapter, another }) => {
      const second = await another();
      const [one, two] = [await adapter.getAccount(), await second.getAccount()];
      same({ ...two, now: '' }, { ...one, now: '' }, 'two adapters of one account read the same account');
      same(await second.listSubscriptions(), await adapter.listSubscriptions(), 'and the same subscriptions');
    },
  }),
  define({
    id: 'reads/one-default',
    title: 'one payment method is the default, unless there is none',
    needs: ['listPaymentMethods'],
    run: async (kit) => {
      const { items } = await methodsOf(kit);
      const defaults = items.filter(({ role }) => role === 'default');
      same(defaults.length, Math.min(items.length, 1), 'one payment method is the default');
    },
  }),
];

// Nothing in the capabilities says whether there are files: an adapter that can't know has the method all the same.
function noFiles(cause: BillingError): never {
  throw cause.kind === 'unsupported' ? new CheckSkipped('the back end has no files of its own') : cause;
}

/** What is read: its shape, its order, and that it stays while nothing happens. */
export const READ_CHECKS: readonly Definition[] = [
  ...SAMPLE_READS.map(shape),
  ...repeatable.map(repeats),
  ...SAMPLE_LISTS.map(distinct),
  ...others,
  ...READ_ORDER_CHECKS,
];
