import {
  checkDerivation,
  checkInvoice,
  moneyText,
  sumMoney,
  type Derivation,
  type InvoiceLine,
  type Money,
} from '../../rating/index.js';
import { define, type Definition } from '../define.js';
import { holds, same } from '../expect.js';
import { SAMPLE_CHANGES, type SampleChange } from '../samples/changes.js';
import { invoicesOf, linesOf } from '../samples/invoices.js';
import { quoteFor } from '../samples/subscriptions.js';

/** Lines are what their derivations give, and `total` is their sum. */
function addUp(lines: readonly InvoiceLine[], total: Money, what: string): void {
  same(
    sumMoney(
      lines.map(({ amount }) => amount),
      total,
    ),
    total,
    `${what} is the sum of its lines`,
  );
  const derivation: Derivation = {
    op: 'add',
    value: moneyText(total),
    unit: total.currency,
    of: lines.map(({ key, amount }) => ({ op: 'line', line: key, value: moneyText(amount), unit: amount.currency })),
  };
  recomputes({ lines, total, derivation }, what);
}

type Explained = Pick<Parameters<typeof checkInvoice>[0], 'lines' | 'total' | 'derivation' | 'includedTax'>;

const NO_DATES = { issueDate: '2000-01-01', advance: { start: '2000-01-01', end: '2000-02-01' }, arrears: null };

function recomputes(explained: Explained, what: string): void {
  const { currency, exponent } = explained.total;
  const found = checkInvoice({ currency, exponent, dates: NO_DATES, allowances: [], ...explained });
  same(found, [], `every figure of ${what} is what its derivation recomputes to`);
}

const quote = ({ name, needs, prepare }: SampleChange): Definition =>
  define({
    id: `amounts/quote/${name}`,
    title: `the quote to ${name} is due with the sum of its lines, each explained`,
    needs,
    run: async (kit) => {
      const { lines, dueNow } = await quoteFor(kit, await prepare(kit));
      addUp(lines, dueNow, 'dueNow');
    },
  });

/** That every amount is the one that its explanation gives. */
export const AMOUNT_CHECKS: readonly Definition[] = [
  ...SAMPLE_CHANGES.map(quote),
  define({
    id: 'amounts/invoice',
    title: 'the total of an invoice is the sum of its lines, and all of it recomputes',
    needs: ['listInvoices', 'getInvoice'],
    run: async (kit) => {
      for (const { id, number } of await invoicesOf(kit)) {
        const invoice = await kit.adapter.getInvoice(id);
        const lines = await linesOf(kit, invoice);
        addUp(lines, invoice.total, `the total of ${number}`);
        recomputes({ ...invoice, lines }, number);
      }
    },
  }),
  define({
    id: 'amounts/allowances',
    title: 'the allowances on an invoice recompute',
    needs: ['listInvoices', 'getInvoice'],
    run: async (kit) => {
      for (const { id } of await invoicesOf(kit)) {
        for (const { included, derivation } of (await kit.adapter.getInvoice(id)).allowances) {
          same(checkDerivation(derivation), [], 'an allowance is what its derivation recomputes to');
          same(derivation.value, included, 'an allowance is what its derivation states');
        }
      }
    },
  }),
  define({
    id: 'amounts/invoice-in-list',
    title: 'an invoice says of itself what the list says of it',
    needs: ['listInvoices', 'getInvoice'],
    run: async (kit) => {
      for (const summary of await invoicesOf(kit)) {
        const whole: Readonly<Record<string, unknown>> = { ...(await kit.adapter.getInvoice(summary.id)) };
        const own = Object.fromEntries(Object.keys(summary).map((key) => [key, whole[key]]));
        same(own, summary, 'an invoice and its row in the list agree');
      }
    },
  }),
  define({
    id: 'amounts/due',
    title: 'nothing is due on what is paid or void, and never more than the total',
    needs: ['listInvoices'],
    run: async (kit) => {
      for (const { number, status, total, amountDue } of await invoicesOf(kit)) {
        const due = BigInt(amountDue.amount);
        const settled = ['paid', 'void', 'credited'].includes(status);
        holds(settled ? due === 0n : due > 0n, `${number}: what is ${status} has the right amount due`, amountDue);
        holds(due === 0n || due <= BigInt(total.amount), `${number}: no more is due than the total`, amountDue, total);
      }
    },
  }),
  define({
    id: 'amounts/attempts',
    title: 'the tries to collect an invoice come in order, each refusal with its reason',
    needs: ['listInvoices', 'getInvoice'],
    run: async (kit) => {
      for (const { id } of await invoicesOf(kit)) {
        const { attempts } = await kit.adapter.getInvoice(id);
        const moments = attempts.map(({ at }) => Date.parse(at));
        same(
          moments,
          moments.toSorted((a, b) => a - b),
          'tries come in the order in which they were made',
        );
        const silent = attempts.find(({ outcome, code }) => (outcome === 'declined') !== (code !== null));
        holds(silent === undefined, 'a refused try has a code, and only a refused one', silent);
      }
    },
  }),
  define({
    id: 'amounts/next-invoice',
    title: 'the next invoice is the sum of its lines, each explained',
    needs: ['previewNextInvoice'],
    run: async ({ adapter }) => {
      const next = await adapter.previewNextInvoice();
      if (next) addUp(next.lines, next.total, 'the total of the next invoice');
    },
  }),
];
