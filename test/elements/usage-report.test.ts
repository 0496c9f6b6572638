import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import type { MemoryAdapter } from '../../src/adapters/memory.js';
import type { BillingAdapter, UsageRecord } from '../../src/api/index.js';
import '../../src/define/usage-report.js';
import type { RecordTable } from '../../src/elements/record-table.js';
import type { UsageReport } from '../../src/elements/usage-report.js';
import { adapterFor, failingAdapter, fails } from '../../stories/adapters.js';
import { busyAdapter } from '../../stories/usage-report.data.js';
import { byRole, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

// The virtualiser reads it, as bundlers have it; in a bare browser there is none.
Object.assign(globalThis, { process: { env: { NODE_ENV: 'test' } } });

async function show(
  properties: Partial<UsageReport> = {},
  adapter: BillingAdapter = adapterFor('mid-month'),
): Promise<UsageReport> {
  const element = await mount('usage-report', { adapter, locale: 'en', ...properties });
  await settled(element);
  return element;
}

function within<T extends Element>(element: Element, selector: string): T {
  const found = element.shadowRoot?.querySelector<T>(selector);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}
const table = (element: Element): RecordTable => within(element, 'record-table');
const scroller = (element: Element): HTMLElement => part(table(element), 'table');
const rows = (element: Element): HTMLElement[] => parts(table(element), 'row');
const order = (row: HTMLElement): number => Number(row.getAttribute('aria-rowindex'));
const textOfRows = (element: Element): string[] => rows(element).map(textIn);
const count = (element: Element): string => textIn(part(element, 'count'));

/** With its first rows on the page. */
async function open(properties: Partial<UsageReport> = {}, adapter?: BillingAdapter): Promise<UsageReport> {
  const element = await show({ showRecords: true, ...properties }, adapter);
  await until(() => rows(element).length > 0);
  return element;
}

async function choose(element: UsageReport, field: string, value: string): Promise<void> {
  const select = within<HTMLSelectElement | HTMLInputElement>(element, `#${field}`);
  select.value = value;
  select.dispatchEvent(new Event(select instanceof HTMLSelectElement ? 'change' : 'input'));
  await element.updateComplete;
  await table(element).updateComplete;
}

const call = (id: string, seconds: number, startedAt: string): UsageRecord => ({
  ...{ id, startedAt, kind: 'operator', line: '+16175550142', caller: '+16175550199', callerName: '' },
  ...{ recordedSeconds: seconds, agentSeconds: 0, charge: 'operator', quantity: `${seconds}`, notBilled: null },
});

/** The memory back end itself, which tells of what comes in. */
function live(): { readonly backend: MemoryAdapter; readonly adds: (seconds: number) => void } {
  const backend = createBackend('mid-month');
  let calls = 0;
  const startedAt = new Date(Date.parse(backend.control.now) - 3_600_000).toISOString().replace('.000', '');
  const adds = (seconds: number): void =>
    backend.control.addUsage('sub_answering', [call(`new-${++calls}`, seconds, startedAt)]);
  return { backend, adds };
}

describe('usage-report', () => {
  afterEach(unmountAll);

  it('measures this month against its allowance and draws it with what is to be expected', async () => {
    const element = await show();
    expect(byRole(element, 'meter')[0]?.getAttribute('aria-valuemax')).to.equal('220');
    const graph = within<HTMLElementTagNameMap['usage-graph']>(element, 'usage-graph');
    expect(graph.data?.forecast).to.have.length(12);
    expect(graph.data?.costEffectiveTo?.plan).to.equal('500 minutes');
  });

  it('shows a past month with all its days, without forecast, today or prices', async () => {
    const element = await show({ month: '2026-10' });
    const { data } = within<HTMLElementTagNameMap['usage-graph']>(element, 'usage-graph');
    expect(data?.period).to.deep.equal({ start: '2026-10-01', end: '2026-11-01' });
    expect(data?.days).to.have.length(31);
    expect(data?.forecast).to.be.empty;
    expect((data?.today ?? '') >= '2026-11-01').to.be.true;
    expect(data?.days.some((day) => 'cost' in day)).to.be.false;
  });

  it('offers every month since the first subscription began, the current one first', async () => {
    const options = [...within<HTMLSelectElement>(await show(), '#month').options].map(({ value }) => value);
    expect(options).to.have.length(13);
    expect([options[0], options.at(-1)]).to.deep.equal(['2026-11', '2025-11']);
  });

  it('shows the current month where another one is asked for than there are', async () => {
    const element = await show({ month: '1999-01' });
    expect(within<HTMLSelectElement>(element, '#month').value).to.equal('2026-11');
  });

  it('shows the products of a month apart, also one that has ended since', async () => {
    const element = await show({ month: '2026-03' });
    expect(parts(element, 'product').map((each) => textIn(each).slice(0, 12))).to.deep.equal([
      'Phone answer',
      'Website chat',
    ]);
    const one = await show({ month: '2026-03', subscription: 'sub_chat' });
    expect(parts(one, 'product')).to.have.length(1);
  });

  it('adds the records up to what the meter shows', async () => {
    const element = await open();
    const meter = byRole(element, 'meter')[0]?.getAttribute('aria-valuetext') ?? '';
    const [, minutes = '', seconds = ''] = /(\d+)m (\d+)s/.exec(textIn(within(element, '.all'))) ?? [];
    const tenths = Math.floor((Number(minutes) * 60 + Number(seconds)) / 6) / 10;
    expect(meter.startsWith(`${tenths} of 220 minutes`)).to.be.true;
  });

  it('says what it couldn’t read, and names no figure', async () => {
    const element = await show({}, failingAdapter());
    expect(textIn(element)).to.include('We couldn’t load your usage. Nothing was charged.');
    expect(parts(element, 'meter')).to.be.empty;
  });

  it('keeps the meter and the graph where only the records can’t be read', async () => {
    const element = await show(
      { showRecords: true },
      adapterFor('mid-month', { listUsageColumns: fails, listUsageRecords: fails }),
    );
    expect(parts(element, 'meter')).to.have.length(1);
    expect(textIn(part(element, 'breakdown'))).to.include('We couldn’t load the records behind your usage.');
  });

  describe('its records', () => {
    it('are named with the zone of the account, whatever the browser’s is', async () => {
      const element = await open();
      expect(textIn(part(element, 'calls'))).to.include('Times are Eastern Time (America/New_York).');
    });

    it('say why a call wasn’t billed', async () => {
      const element = await open();
      await choose(element, 'billed', 'not-billed');
      expect(textOfRows(element).every((row) => row.includes('Not billed: '))).to.be.true;
    });

    it('say of a reason that isn’t known only that it wasn’t billed', async () => {
      const { backend } = live();
      const odd = { ...call('odd', 60, backend.control.now), charge: null, quantity: '0', notBilled: 'moon-phase' };
      const page = { items: [odd], next: null };
      const adapter = adapterFor('mid-month', { listUsageRecords: () => Promise.resolve(page) });
      delete adapter.listUsageColumns;
      const element = await open({}, adapter);
      expect(textOfRows(element)[0]).to.match(/Not billed$/);
    });

    it('are filtered by kind, by day and by caller, and come back all at once', async () => {
      const element = await open();
      const all = count(element);
      await choose(element, 'kind', 'voicemail');
      expect(count(element)).to.match(/^\d+ of [\d,]+ records$/);
      expect(textOfRows(element).every((row) => row.includes('Voicemail'))).to.be.true;
      await choose(element, 'kind', '');
      await choose(element, 'day', '2026-11-03');
      expect(textOfRows(element).every((row) => row.startsWith('Nov 3,'))).to.be.true;
      await choose(element, 'search', 'nobody at all');
      expect(count(element)).to.match(/^0 of/);
      part(element, 'show-all').click();
      await element.updateComplete;
      await until(() => element.shadowRoot?.activeElement?.id === 'day');
      expect(count(element)).to.equal(all);
    });

    it('are sorted by a column, and the other way round when it is chosen again', async () => {
      const element = await open();
      const duration = (): HTMLButtonElement => within(table(element), '[role=columnheader].duration button');
      const first = (): number => table(element).rows?.count ?? 0;
      const before = first();
      duration().click();
      await element.updateComplete;
      await table(element).updateComplete;
      expect(within(table(element), '.duration').getAttribute('aria-sort')).to.equal('descending');
      duration().click();
      await element.updateComplete;
      await table(element).updateComplete;
      expect(within(table(element), '.duration').getAttribute('aria-sort')).to.equal('ascending');
      expect(first()).to.equal(before);
    });
  });

  describe('a hundred thousand records', () => {
    it('never have more than sixty rows on the page, from the first to the last', async function () {
      this.timeout(30_000);
      const element = await open({}, busyAdapter());
      expect(count(element)).to.equal('100,000 records');
      expect(scroller(element).getAttribute('aria-rowcount')).to.equal('100001');
      const box = scroller(element);
      let most = 0;
      for (const share of [0.1, 0.35, 0.6, 0.85, 1]) {
        box.scrollTop = share * box.scrollHeight;
        const wanted = Math.min(99_999, Math.floor(box.scrollTop / (rows(element)[0]?.offsetHeight ?? 1)));
        await until(() => rows(element).some((row) => order(row) - 2 === wanted));
        most = Math.max(most, rows(element).length);
      }
      expect(rows(element).map(order).includes(100_001)).to.be.true;
      expect(most).to.be.below(60);
    });

    it('are gone through by keys, a page at a time and to either end', async function () {
      this.timeout(30_000);
      const element = await open({}, busyAdapter());
      const focused = (): number => Number(table(element).shadowRoot?.activeElement?.getAttribute('aria-rowindex'));
      rows(element)[0]?.focus();
      await sendKeys({ press: 'ArrowDown' });
      await until(() => focused() === 3);
      await sendKeys({ press: 'PageDown' });
      await until(() => focused() > 8);
      await sendKeys({ press: 'End' });
      await until(() => focused() === 100_001);
      expect(rows(element).length).to.be.below(60);
      await sendKeys({ press: 'Home' });
      await until(() => focused() === 2);
    });
  });

  describe('new usage', () => {
    it('moves meter, graph, sums and records, and is said once', async () => {
      const { backend, adds } = live();
      const element = await open({}, backend);
      const used = (): string | null | undefined => byRole(element, 'meter')[0]?.getAttribute('aria-valuenow');
      const [before, total, records] = [used(), textIn(within(element, '.all')), count(element)];
      adds(600);
      await until(() => used() !== before && count(element) !== records);
      await settled(element);
      expect(textIn(within(element, '.all'))).not.to.equal(total);
      expect(byRole(element, 'log').map(textIn).join()).to.match(/^New usage: [\d.]+ of 220 minutes$/);
    });

    it('leaves the filter and the record at the top where they are', async () => {
      const { backend, adds } = live();
      const element = await open({}, backend);
      await choose(element, 'kind', 'operator');
      const box = scroller(element);
      const height = rows(element)[0]?.offsetHeight ?? 1;
      box.scrollTop = 10 * height + 5;
      await until(() => rows(element).some((row) => order(row) === 22));
      const top = table(element).rows?.idAt(10);
      const all = table(element).rows?.count ?? 0;
      adds(60);
      await until(() => table(element).rows?.count === all + 1);
      await until(() => Math.floor(box.scrollTop / height) === 11);
      expect(table(element).rows?.idAt(11)).to.equal(top);
      expect(box.scrollTop).to.equal(11 * height + 5);
      expect(within<HTMLSelectElement>(element, '#kind').value).to.equal('operator');
    });
  });
});
