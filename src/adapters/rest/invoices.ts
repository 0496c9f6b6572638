import { refuseCardNumber, type BillingAdapter } from '../../api/index.js';
import { pdf } from './body.js';
import type { Client } from './client.js';
import { path } from './request.js';

type Methods =
  'previewNextInvoice' | 'listInvoices' | 'getInvoice' | 'listInvoiceLines' | 'getInvoicePdf' | 'payInvoice';

/** What is owed, and what was. */
export const invoiceMethods = (client: Client): Pick<Required<BillingAdapter>, Methods> => ({
  previewNextInvoice: (options) => client.read('/next-invoice', options, { slow: true, whenEmpty: null }),
  listInvoices: async (options = {}) => {
    const { status, from, to, search } = options;
    refuseCardNumber({ search });
    return client.list('/invoices', options, { status, from, to, search });
  },
  getInvoice: async (id, options) => client.read(path`/invoices/${id}`, options),
  listInvoiceLines: async (id, options) => client.list(path`/invoices/${id}/lines`, options),
  getInvoicePdf: async (id, options) =>
    client.read(path`/invoices/${id}/pdf`, options, {
      accept: 'application/pdf, application/problem+json',
      receive: pdf,
      slow: true,
    }),
  payInvoice: async (id, payment, options) =>
    client.write('POST', path`/invoices/${id}/payments`, options, { body: payment }),
});
