// In a process of its own: the very first ledger and preview, with nothing compiled yet. Prints milliseconds.
import { columnsOf, OPTIONS, previewOf } from './data.mjs';

const { previewInvoice, UsageLedger } = await import(process.argv[2]);
const columns = columnsOf(100_000);
const start = performance.now();
const ledger = UsageLedger.fromColumns(OPTIONS, columns);
const filled = performance.now();
previewInvoice(previewOf(ledger.usageDays()));
const end = performance.now();
console.log(JSON.stringify({ filled: end - start, previewed: end - filled }));
