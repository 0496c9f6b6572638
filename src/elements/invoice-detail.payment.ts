import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Invoice, PaymentMethod, PaymentOutcome, VersionedPage } from '../api/index.js';
import { QueryController, type ReadState } from '../store/query.js';
import { readPaymentMethods } from '../store/reads/payments.js';
import type { BillingStore } from '../store/store.js';
import { isBusy, WriteController, type WriteState } from '../store/write.js';
import { payInvoice, type Payment } from '../store/writes/invoices.js';

/** What the element is told of a payment. */
export interface PaymentHost extends ReactiveControllerHost {
  /** Asked before anything is sent; `false` where the host of the page does it itself. */
  mayPay(invoice: Invoice, method: PaymentMethod): boolean;
  /** It went through, or is under way: `outcome` is `undefined` where only its success could be found out. */
  paid(invoice: Invoice, method: PaymentMethod | undefined, outcome: PaymentOutcome | undefined): void;
}

/** A payment by hand: the dialog's invoice, the method that is chosen, and what becomes of it. */
export class InvoicePayment implements ReactiveController {
  /** The invoice that the dialog is about; `undefined` while it is closed. */
  invoice: Invoice | undefined;

  readonly #host: PaymentHost;
  readonly #methods: QueryController<VersionedPage<PaymentMethod>>;
  readonly #write: WriteController<Payment, PaymentOutcome>;
  readonly #store: () => BillingStore | undefined;
  #from: BillingStore | undefined;
  #chosen: string | undefined;

  constructor(host: PaymentHost, store: () => BillingStore | undefined) {
    this.#host = host;
    this.#store = store;
    this.#methods = new QueryController(host, store, () => (this.invoice ? readPaymentMethods() : undefined));
    this.#write = new WriteController(host, store, payInvoice);
    host.addController(this);
  }

  /** The ways to pay on file. */
  get methods(): ReadState<VersionedPage<PaymentMethod>> {
    return this.#methods.state;
  }

  /** What became of the payment. */
  get state(): WriteState<PaymentOutcome> {
    return this.#write.state;
  }

  /** Whether it is under way: nothing closes the dialog. */
  get busy(): boolean {
    return isBusy(this.state);
  }

  /** The method that will be charged: the one that was chosen, else the first that isn't known to fail. */
  get chosen(): PaymentMethod | undefined {
    const items = this.methods.data?.items ?? [];
    return items.find(({ id }) => id === this.#chosen) ?? items.find((each) => !this.wasDeclined(each)) ?? items[0];
  }

  /** Whether its bank said no to this invoice at the last try. */
  wasDeclined({ id }: PaymentMethod): boolean {
    const last = this.invoice?.attempts.findLast(({ method }) => method.id === id);
    return last?.outcome === 'declined';
  }

  /** Opens the dialog: a new intent. */
  begin(invoice: Invoice): void {
    this.#write.begin();
    this.invoice = invoice;
    this.#chosen = undefined;
    this.#host.requestUpdate();
  }

  /** Forgets what became of the last payment: another invoice is shown. */
  reset(): void {
    if (!this.busy && this.state.status !== 'idle') this.#write.begin();
  }

  choose(method: string): void {
    this.#chosen = method;
    this.#host.requestUpdate();
  }

  readonly close = (): void => {
    if (this.busy) return;
    this.invoice = undefined;
    this.#host.requestUpdate();
  };

  /** Charges once: pressed again while it is under way, nothing more is sent. */
  readonly pay = (): void => {
    const { invoice, chosen } = this;
    if (!invoice || !chosen || this.busy || this.state.status === 'unknown') return;
    if (!this.#host.mayPay(invoice, chosen)) return this.close();
    void this.#write.submit({ invoice: invoice.id, payment: { method: chosen.id, amount: invoice.amountDue } });
  };

  readonly check = (): void => this.#write.check();

  readonly retry = (): void => this.#methods.retry();

  /** An invoice of one account isn't paid by another. Success may also come from asking what became of it. */
  hostUpdate(): void {
    const store = this.#store();
    if (store !== this.#from) this.invoice = undefined;
    this.#from = store;
    const { invoice, state } = this;
    if (!invoice || state.status !== 'done') return;
    const method = this.chosen;
    this.invoice = undefined;
    queueMicrotask(() => this.#host.paid(invoice, method, state.result));
  }
}
