import type { ReactiveControllerHost } from 'lit';
import type { Invoice, Subscription, Usage } from '../api/index.js';
import {
  previewInvoice,
  reconcile,
  type InvoiceLine,
  type InvoicePreview,
  type Reconciliation,
} from '../rating/index.js';
import { ratedFor } from '../store/billed.js';
import { ratedOrNull } from '../store/combine.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readUsageOfAll } from '../store/reads/usage.js';
import type { BillingStore } from '../store/store.js';
import { ratedInvoice } from './invoice-detail.groups.js';

/** What an invoice is compared with. */
export interface Compared {
  readonly invoice: Invoice;
  readonly subscriptions: readonly Subscription[];
}

/**
 * Compares an invoice with its preview, worked out again from the usage on record. That is honest only while all else is
 * as it was then: the same plan at the same price, the same lines and add-ons. Where it isn't, nothing is offered.
 */
export class InvoiceComparison {
  readonly #host: ReactiveControllerHost;
  readonly #compared: () => Compared | undefined;
  readonly #usage: QueryController<readonly Usage[]>;
  #wanted: string | undefined;

  constructor(
    host: ReactiveControllerHost,
    store: () => BillingStore | undefined,
    compared: () => Compared | undefined,
  ) {
    this.#host = host;
    this.#compared = compared;
    this.#usage = new QueryController(host, store, () => {
      const wanted = this.#isWanted ? this.#compared() : undefined;
      const arrears = wanted?.invoice.dates.arrears;
      return wanted && arrears ? readUsageOfAll(namesOn(wanted.invoice), arrears) : undefined;
    });
  }

  /** Whether the preview can be worked out again. */
  get isPossible(): boolean {
    const compared = this.#compared();
    return compared !== undefined && isAsItWas(compared);
  }

  /** Whether somebody has asked for it. */
  get isAsked(): boolean {
    return this.#isWanted;
  }

  /** The usage that it is worked out from. */
  get usage(): ReadState<readonly Usage[]> {
    return this.#usage.state;
  }

  /** How the invoice differs; `undefined` while that isn't known, `null` where it can't be worked out. */
  get result(): Reconciliation | null | undefined {
    const compared = this.#compared();
    if (!this.#isWanted || !compared) return undefined;
    if (compared.invoice.dates.arrears && !this.usage.data) return undefined;
    const preview = previewOf(compared, this.usage.data ?? []);
    return preview && ratedOrNull(() => reconcile(preview, ratedInvoice(compared.invoice)));
  }

  readonly ask = (): void => {
    if (this.#isWanted) this.#usage.retry();
    this.#wanted = this.#compared()?.invoice.id;
    this.#host.requestUpdate();
  };

  get #isWanted(): boolean {
    const id = this.#compared()?.invoice.id;
    return id !== undefined && id === this.#wanted;
  }
}

/** Without usage, what is charged in advance says whether plan, lines and add-ons are those of the invoice. */
function isAsItWas(compared: Compared): boolean {
  const { invoice, subscriptions } = compared;
  const since = invoice.dates.arrears?.start ?? invoice.dates.advance.start;
  const on = namesOn(invoice).map((id) => subscriptions.find((each) => each.id === id));
  if (on.length === 0 || !on.every((each) => each !== undefined && hadItsPlanOn(each, since))) return false;
  const preview = previewOf(compared, []);
  return preview !== null && inAdvance(preview.lines) === inAdvance(invoice.lines.items);
}

/** Whether it had the plan of today, at its price, from a day on. Without a history nobody knows. */
function hadItsPlanOn({ plan, history, start }: Subscription, day: string): boolean {
  const last = history?.at(-1);
  return (
    last !== undefined &&
    last.plan === plan.id &&
    last.baseFee === plan.baseFee &&
    (last.from <= day || last.from === start)
  );
}

const inAdvance = (lines: readonly InvoiceLine[]): string =>
  lines
    .filter(({ kind }) => kind === 'base' || kind === 'lines' || kind === 'add-on')
    .map(({ key, quantity, amount }) => `${key} ${quantity} ${amount.amount}`)
    .sort()
    .join();

function previewOf({ invoice, subscriptions }: Compared, usage: readonly Usage[]): InvoicePreview | null {
  const { dates } = invoice;
  const on = namesOn(invoice).flatMap((id) => subscriptions.filter((each) => each.id === id));
  const rated = on.map((each) => {
    const days = usage.find(({ subscription }) => subscription === each.id)?.days ?? [];
    return ratedFor({ ...each, scheduledChange: null }, days, dates);
  });
  return ratedOrNull(() => previewInvoice({ dates, subscriptions: rated }));
}

/** The subscriptions that an invoice has lines of. */
const namesOn = ({ lines }: Invoice): string[] =>
  [...new Set(lines.items.map(({ subscription }) => subscription))].filter((id) => id !== '');
