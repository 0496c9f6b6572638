// What rating promises about speed and memory. Each row has a value and the most or the least that it may be.
import { columnsOf, OPTIONS, PERIOD, planOf, previewOf, recordOf, RULE, TIERS } from './data.mjs';
import { minutes, plainCents, tiers } from './peers.mjs';

const MILLION = 1_000_000;
const SAMPLE = 20_000;

export function benches(rating) {
  const columns = columnsOf(MILLION);
  const ledger = rating.UsageLedger.fromColumns(OPTIONS, columns);
  return [
    ...manyCalls(ledger, columns),
    ...manyAmounts(rating),
    ...oneMoreCall(rating, ledger),
    whatIfs(rating),
    { name: 'memory of 1,000,000 records, a record', value: ledger.bytes / ledger.size, most: 24, unit: 'bytes' },
  ];
}

/** Seconds to billed seconds to minutes, less the allowance, in one pass over the columns. */
function manyCalls(ledger, { measured }) {
  const pass = () => Math.max(Number(ledger.billedUnder('operator', RULE)) / 60 - 1000, 0);
  const sum = () => {
    let total = 0;
    for (let at = 0; at < MILLION; at++) total += measured[at];
    return total;
  };
  const sample = measured.subarray(0, SAMPLE);
  agree(Number(minutes['big.js'](measured.subarray(0, 1)).toString()) > 0, true);
  const [ours, plain] = bestOf(60, pass, sum);
  const peers = Object.entries(minutes).map(([name, by]) => {
    const [theirs] = bestOf(5, () => by(sample));
    return {
      name: `1,000,000 calls: ${name} to a pass`,
      value: (theirs * MILLION) / SAMPLE / ours,
      least: 100,
      unit: 'x',
    };
  });
  return [
    { name: '1,000,000 calls: a pass to the plain sum of an array', value: ours / plain, most: 3, unit: 'x' },
    ...peers,
  ];
}

/** Graduated tiers at a million quantities. */
function manyAmounts({ preparePrice }) {
  const usd = { currency: 'USD', exponent: 2 };
  const options = { unit: 'minute', scale: 0, rounding: { mode: 'half-up', at: 'line' } };
  const prepared = preparePrice({ type: 'graduated', tiers: TIERS }, usd, options);
  const quantities = Uint32Array.from({ length: MILLION }, (_, index) => (index * 7919) % 1500);
  const sumBy = (amountOf, count) => () => {
    let total = 0;
    for (let at = 0; at < count; at++) total += amountOf(quantities[at]);
    return total;
  };
  const all = [prepared.minorUnits, plainCents, ...Object.values(tiers)];
  for (const amountOf of all) agree(sumBy(amountOf, 1500)(), sumBy(prepared.minorUnits, 1500)());
  const [ours, plain] = bestOf(20, sumBy(prepared.minorUnits, MILLION), sumBy(plainCents, MILLION));
  const peers = Object.entries(tiers).map(([name, by]) => {
    const [theirs] = bestOf(5, sumBy(by, SAMPLE));
    return {
      name: `1,000,000 amounts: ${name} to a prepared price`,
      value: (theirs * MILLION) / SAMPLE / ours,
      least: 30,
      unit: 'x',
    };
  });
  return [
    { name: '1,000,000 amounts: a prepared price to plain cents', value: ours / plain, most: 4, unit: 'x' },
    ...peers,
  ];
}

function oneMoreCall({ previewInvoice, UsageLedger }, large) {
  const small = UsageLedger.fromColumns(OPTIONS, columnsOf(1000));
  const calls = 1000;
  const more = (ledger) => () => {
    let last;
    for (let second = 0; second < calls; second++) {
      ledger.append(recordOf(second));
      last = ledger.total('operator');
    }
    return last;
  };
  const [toSmall, toLarge] = bestOf(30, more(small), more(large)).map((time) => (time / calls) * 1000);
  const [preview] = bestOf(5000, () => {
    large.append(recordOf(1));
    return previewInvoice(previewOf(large.usageDays()));
  });
  return [
    { name: 'one more call on 1,000,000: new totals', value: toLarge, most: 1, unit: 'µs' },
    { name: 'one more call: on 1,000,000 to on 1,000', value: toLarge / toSmall, most: 1.5, unit: 'x' },
    { name: 'one more call: new preview, explained', value: preview, most: 0.1, unit: 'ms' },
  ];
}

function whatIfs({ addDays, whatIf }) {
  const plans = Array.from({ length: 20 }, (_, index) => planOf(index));
  const usage = Array.from({ length: 30 }, (_, day) => ({
    date: addDays(PERIOD.start, day),
    quantities: { operator: String(1000 + 37 * day) },
  }));
  const use = { period: PERIOD, usage, lines: 3, addOns: [] };
  const [time] = bestOf(30, () => Array.from({ length: 12 }, () => whatIf(plans, use)));
  return { name: 'what-if over 20 plans and 12 months', value: time, most: 1000 / 60, unit: 'ms' };
}

/** The shortest time of each task in milliseconds; they take turns, so that a busy machine is busy for all. */
function bestOf(rounds, ...tasks) {
  const best = tasks.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, task] of tasks.entries()) {
      const start = performance.now();
      task();
      best[index] = Math.min(best[index], performance.now() - start);
    }
  }
  return best;
}

function agree(a, b) {
  if (a !== b) throw new Error(`the peers do not agree: ${a} and ${b}`);
}
