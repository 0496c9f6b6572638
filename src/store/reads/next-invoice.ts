import { nextInvoiceSchema, type NextInvoice } from '../../api/index.js';
import { readOne, type Read } from './read.js';

/** The back end's own next invoice. */
export const readNextInvoice = (): Read<NextInvoice | null> =>
  readOne(['next-invoice'], 'previewNextInvoice', nextInvoiceSchema, (adapter, options) =>
    adapter.previewNextInvoice?.(options),
  );
