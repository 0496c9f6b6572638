import { describe, expect, test } from 'vitest';
import { createBackend } from '../../mock-api/index.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { SubscriptionChange } from '../../src/api/index.js';
import { checkDerivation } from '../../src/rating/index.js';
import { preview } from '../mock-api/preview.js';
import { addOns, answering, anew, backendOf, cancel, change, monthEnd, plan, quote } from './memory.js';

const usd = (amount: string) => ({ amount, currency: 'USD', exponent: 2 });
const code = (name: string) => ({ kind: 'validation', code: name });
const conflict = (name: string) => ({ kind: 'conflict', code: name });

describe('an upgrade', () => {
  test('costs the difference of the base fees for the whole month at once: 579.00 - 279.00 = 300.00', async () => {
    const backend = backendOf();
    const { quote: quoted, subscription } = await change(backend, plan('minutes-500'));
    expect(quoted).toMatchObject({
      direction: 'upgrade',
      timing: 'now',
      effective: '2026-11-18',
      dueNow: usd('30000'),
    });
    expect(quoted.lines.map(({ item, amount, period }) => [item, amount.amount, period.start])).toEqual([
      ['minutes-220', '-27900', '2026-11-01'],
      ['minutes-500', '57900', '2026-11-01'],
    ]);
    for (const { derivation } of quoted.lines) expect(checkDerivation(derivation)).toEqual([]);
    expect(subscription).toMatchObject({ plan: { id: 'minutes-500' }, scheduledChange: null });
    expect(subscription.history?.map(({ plan: id, from }) => [id, from])).toEqual([
      ['minutes-220', '2025-11-01'],
      ['minutes-500', '2026-11-18'],
    ]);
  });

  test('says what each month costs before and after: 2 further lines and 2 add-ons are 60.00', async () => {
    const quoted = await quote(backendOf(), plan('minutes-500'));
    expect([quoted.recurringBefore, quoted.recurring]).toEqual([usd('33900'), usd('63900')]);
  });

  test('is an invoice of its own, paid by the default', async () => {
    const backend = backendOf();
    await change(backend, plan('minutes-500'));
    const [latest] = (await backend.listInvoices()).items;
    expect(latest).toMatchObject({ number: 'HPH-0014', status: 'paid', issueDate: '2026-11-18', total: usd('30000') });
    const { attempts, dates } = await backend.getInvoice(latest?.id ?? '');
    expect(attempts.map(({ method, amount }) => [method.id, amount])).toEqual([['pm_visa', usd('30000')]]);
    expect(dates.arrears).toBeNull();
  });

  test('has its allowance from the month that runs on, so the page and the month’s end agree', async () => {
    const backend = backendOf();
    await change(backend, plan('minutes-500'));
    backend.control.now = '2026-12-01T04:59:59Z';
    const expected = await preview(backend);
    expect(expected.allowances[0]?.included).toBe('500');
    const { lines } = await backend.getInvoice(backend.control.endMonth() ?? '');
    expect(lines.items).toEqual(expected.lines);
    expect(lines.items[0]?.amount).toEqual(usd('57900'));
  });

  test('that no card pays changes nothing', async () => {
    const backend = backendOf();
    const seed = backend.control.snapshot();
    const methods = seed.methods.map((each) => ({ ...each, declines: { '2026-11-18': 'do-not-honor' } }));
    const poor = memoryAdapter({ ...seed, methods });
    const before = poor.control.snapshot();
    await expect(change(poor, plan('minutes-500'))).rejects.toMatchObject({
      kind: 'payment-declined',
      code: 'do-not-honor',
    });
    const after = poor.control.snapshot();
    expect(after.subscriptions).toEqual(before.subscriptions);
    expect(after.facts?.invoices).toEqual(before.facts?.invoices);
    expect(poor.control.writes()).toEqual([]);
    expect(poor.control.outbox()).toEqual([]);
  });

  test('without a way to pay is declined', async () => {
    const seed = { ...backendOf().control.snapshot(), methods: [] };
    await expect(change(memoryAdapter(seed), plan('minutes-500'))).rejects.toMatchObject({ code: 'no-payment-method' });
  });
});

describe('a downgrade', () => {
  test('waits for the next month and costs nothing now', async () => {
    const backend = backendOf();
    const { quote: quoted, subscription } = await change(backend, plan('minutes-100'));
    expect(quoted).toMatchObject({
      direction: 'downgrade',
      timing: 'next-period',
      effective: '2026-12-01',
      lines: [],
      dueNow: usd('0'),
    });
    expect(subscription).toMatchObject({
      plan: { id: 'minutes-220' },
      scheduledChange: { plan: { id: 'minutes-100' }, on: '2026-12-01' },
    });
  });

  test('is on the next invoice as the page previews it: the new fee, the old allowance', async () => {
    const backend = backendOf();
    await change(backend, plan('minutes-100'));
    backend.control.now = '2026-12-01T04:59:59Z';
    const expected = await preview(backend);
    const { lines } = await backend.getInvoice(backend.control.endMonth() ?? '');
    expect(lines.items).toEqual(expected.lines);
    expect(lines.items[0]).toMatchObject({ item: 'minutes-100', amount: usd('13900') });
    expect(await answering(backend)).toMatchObject({ plan: { id: 'minutes-100' }, scheduledChange: null });
  });

  test('can be taken back', async () => {
    const backend = backendOf();
    const { subscription } = await change(backend, plan('minutes-100'));
    const undone = await backend.undoScheduledChange('sub_answering', 'plan', anew(subscription.version));
    expect(undone.scheduledChange).toBeNull();
    const again = backend.undoScheduledChange('sub_answering', 'plan', anew(undone.version));
    await expect(again).rejects.toMatchObject(conflict('nothing-scheduled'));
  });
});

test('a change in a trial is free and at once', async () => {
  const backend = backendOf('nothing-yet');
  const { quote: quoted, subscription } = await change(backend, plan('minutes-100'));
  expect(quoted).toMatchObject({ timing: 'now', dueNow: usd('0'), lines: [] });
  expect(subscription.plan.id).toBe('minutes-100');
  expect((await backend.listInvoices()).items).toEqual([]);
});

test.each([
  ['the plan that it has', 'minutes-220', 'same-plan'],
  ['a plan that is not there', 'minutes-7', 'unknown-plan'],
  ['a plan that counts otherwise', 'calls-150', 'other-family'],
  ['a plan in another currency', 'minutes-220-eur', 'currency-mismatch'],
  ['a plan that is no longer sold', 'minutes-old', 'plan-retired'],
])('%s is refused', async (_, id, refused) => {
  const seed = backendOf().control.snapshot();
  const [first] = seed.plans;
  if (!first) throw new Error('no plans');
  const plans = [
    ...seed.plans,
    { ...first, id: 'minutes-220-eur', currency: 'EUR' },
    { ...first, id: 'minutes-old', status: 'retired' },
  ];
  await expect(quote(memoryAdapter({ ...seed, plans }), plan(id))).rejects.toMatchObject({
    ...code(refused),
    fields: { plan: refused },
  });
});

describe('add-ons', () => {
  test('are invoiced at once in full', async () => {
    const backend = backendOf();
    const { quote: quoted, subscription } = await change(backend, addOns('on-call', 'transcription', 'live-call'));
    expect(quoted.dueNow).toEqual(usd('4000'));
    expect(quoted.recurring).toEqual(usd('37900'));
    expect(subscription.addOns.map(({ id }) => id)).toEqual(['on-call', 'transcription', 'live-call']);
    expect((await backend.listInvoices()).items[0]).toMatchObject({ status: 'paid', total: usd('4000') });
    const issued = await monthEnd(backend);
    expect(issued.filter(([kind]) => kind === 'add-on')).toEqual([
      ['add-on', '2500'],
      ['add-on', '1500'],
      ['add-on', '4000'],
    ]);
  });

  test('need consent to their terms, in the version that holds', async () => {
    const backend = backendOf();
    for (const consents of [{}, { 'live-call': '2025-01' }]) {
      const wanted: SubscriptionChange = {
        kind: 'add-ons',
        addOns: ['on-call', 'transcription', 'live-call'],
        consents,
      };
      await expect(change(backend, wanted)).rejects.toMatchObject({
        ...code('consent-missing'),
        fields: { 'consents.live-call': 'consent-missing' },
      });
    }
  });

  test('that are removed end with the month, on the page’s preview too', async () => {
    const backend = backendOf();
    const { subscription, quote: quoted } = await change(backend, addOns('on-call'));
    expect(quoted).toMatchObject({ timing: 'next-period', dueNow: usd('0') });
    expect(subscription.addOns).toHaveLength(2);
    expect(subscription.scheduledAddOns).toMatchObject({ addOns: [{ id: 'on-call' }], on: '2026-12-01' });
    const listed = (await backend.listAddOns('sub_answering')).items;
    expect(listed.map(({ status, endsOn }) => [status, endsOn])).toEqual([
      ['active', null],
      ['ending', '2026-12-01'],
      ['available', null],
      ['available', null],
    ]);
    backend.control.now = '2026-12-01T04:59:59Z';
    const expected = await preview(backend);
    const { lines } = await backend.getInvoice(backend.control.endMonth() ?? '');
    expect(lines.items).toEqual(expected.lines);
    expect(lines.items.filter(({ kind }) => kind === 'add-on')).toHaveLength(1);
  });

  test('that end can be kept again without another charge, by undoing it or by asking for them', async () => {
    const backend = backendOf();
    const { subscription } = await change(backend, addOns('on-call'));
    const undone = await backend.undoScheduledChange('sub_answering', 'add-ons', anew(subscription.version));
    expect(undone.scheduledAddOns).toBeUndefined();
    await change(backend, addOns('on-call'));
    const { quote: quoted, subscription: kept } = await change(backend, addOns('on-call', 'transcription'));
    expect(quoted.dueNow).toEqual(usd('0'));
    expect(kept.scheduledAddOns).toBeUndefined();
  });

  test('can be bought and removed in one change', async () => {
    const { subscription } = await change(backendOf(), addOns('live-call'));
    expect(subscription.addOns.map(({ id }) => id)).toEqual(['on-call', 'transcription', 'live-call']);
    expect(subscription.scheduledAddOns?.addOns.map(({ id }) => id)).toEqual(['live-call']);
  });

  test('that aren’t there, are named twice or are had already are refused', async () => {
    const backend = backendOf();
    await expect(quote(backend, addOns('pager'))).rejects.toMatchObject(code('unknown-add-on'));
    await expect(quote(backend, addOns('on-call', 'on-call'))).rejects.toMatchObject(code('duplicate-add-on'));
    await expect(quote(backend, addOns('on-call', 'transcription'))).rejects.toMatchObject(code('no-change'));
  });
});

test('no invoice is previewed before the first subscription has begun', async () => {
  const backend = createBackend('nothing-yet', { now: '2026-11-02T15:00:00Z' });
  expect((await backend.listSubscriptions()).items).toEqual([]);
  expect(await backend.previewNextInvoice()).toBeNull();
});

describe('a cancellation', () => {
  test('ends with the month that is paid for; the last invoice has the overage only', async () => {
    const backend = backendOf();
    const { quote: quoted, subscription } = await change(backend, cancel);
    expect(quoted).toMatchObject({ dueNow: usd('0'), recurring: usd('0'), effective: '2026-12-01' });
    expect(quoted.notes.at(-1)).toContain('December 1, 2026');
    expect(subscription).toMatchObject({ status: 'cancelled', end: '2026-12-01' });
    backend.control.now = '2026-12-01T04:59:59Z';
    const expected = await preview(backend);
    const { lines } = await backend.getInvoice(backend.control.endMonth() ?? '');
    expect(lines.items).toEqual(expected.lines);
    expect(new Set(lines.items.map(({ kind }) => kind))).toEqual(new Set(['overage']));
    expect((await answering(backend)).status).toBe('ended');
    expect((await backend.getAccount()).status).toBe('closed');
    expect(await backend.previewNextInvoice()).toBeNull();
    expect(await monthEnd(backend)).toEqual([]);
  });

  test('in a trial ends with the trial and costs nothing', async () => {
    const backend = backendOf('nothing-yet');
    const { subscription } = await change(backend, cancel);
    expect(subscription.end).toBe('2026-12-02');
    expect(await backend.previewNextInvoice()).toBeNull();
    backend.control.now = '2027-02-02T12:00:00Z';
    expect((await backend.listInvoices()).items).toEqual([]);
  });

  test('can be taken back until it takes effect', async () => {
    const backend = backendOf();
    const { subscription } = await change(backend, cancel);
    await expect(quote(backend, plan('minutes-500'))).rejects.toMatchObject(conflict('cancelled'));
    const undone = await backend.undoScheduledChange('sub_answering', 'cancel', anew(subscription.version));
    expect(undone).toMatchObject({ status: 'active', end: null });
    expect((await monthEnd(backend))[0]).toEqual(['base', '27900']);
  });
});

describe('a pause', () => {
  const pause: SubscriptionChange = { kind: 'pause', until: null };

  test('rests from the next month on: overage is still charged, then nothing, and nothing is answered', async () => {
    const backend = backendOf();
    const { subscription } = await change(backend, pause);
    expect(subscription).toMatchObject({ status: 'active', pause: { from: '2026-12-01', until: null } });
    const last = await monthEnd(backend);
    expect(new Set(last.map(([kind]) => kind))).toEqual(new Set(['overage']));
    expect((await answering(backend)).status).toBe('paused');
    expect(await monthEnd(backend)).toEqual([]);
    const period = { start: '2026-12-01', end: '2027-01-01' };
    expect((await backend.getUsage('sub_answering', { period })).days).toEqual([]);
    await expect(quote(backend, plan('minutes-500'))).rejects.toMatchObject(conflict('paused'));
  });

  test('ends on its day by itself, with the invoice that the page previews', async () => {
    const backend = backendOf();
    await change(backend, { kind: 'pause', until: '2027-01-01' });
    backend.control.endMonth();
    const expected = await preview(backend);
    const { lines } = await backend.getInvoice(backend.control.endMonth() ?? '');
    expect(lines.items).toEqual(expected.lines);
    expect(lines.items.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['base', '27900'],
      ['lines', '2000'],
      ['add-on', '2500'],
      ['add-on', '1500'],
    ]);
    expect(await answering(backend)).toMatchObject({ status: 'active' });
    expect((await answering(backend)).pause).toBeUndefined();
  });

  test('that runs is resumed with the next month', async () => {
    const backend = backendOf();
    await change(backend, pause);
    backend.control.endMonth();
    const { quote: quoted, subscription } = await change(backend, { kind: 'resume' });
    expect(quoted).toMatchObject({ timing: 'next-period', effective: '2027-01-01', recurringBefore: usd('0') });
    expect(subscription.pause).toEqual({ from: '2026-12-01', until: '2027-01-01', untilBefore: null });
    expect((await monthEnd(backend))[0]).toEqual(['base', '27900']);
  });

  test('that is resumed rests on when that is taken back, until it has taken effect', async () => {
    const backend = backendOf();
    await change(backend, { kind: 'pause', until: '2027-02-01' });
    backend.control.endMonth();
    const { subscription } = await change(backend, { kind: 'resume' });
    const undone = await backend.undoScheduledChange('sub_answering', 'resume', anew(subscription.version));
    expect(undone).toMatchObject({ status: 'paused', pause: { from: '2026-12-01', until: '2027-02-01' } });
    expect(await monthEnd(backend)).toEqual([]);
    await expect(
      backend.undoScheduledChange('sub_answering', 'resume', anew((await answering(backend)).version)),
    ).rejects.toMatchObject(conflict('nothing-scheduled'));
  });

  test('that has not begun is taken back, by undoing it or by resuming', async () => {
    const backend = backendOf();
    const { subscription } = await change(backend, pause);
    const undone = await backend.undoScheduledChange('sub_answering', 'pause', anew(subscription.version));
    expect(undone.pause).toBeUndefined();
    await change(backend, pause);
    const { subscription: resumed } = await change(backend, { kind: 'resume' });
    expect(resumed.pause).toBeUndefined();
    await expect(quote(backend, { kind: 'resume' })).rejects.toMatchObject(conflict('not-paused'));
  });

  test('ends on the first day of a later month, and isn’t for trials', async () => {
    for (const until of ['2026-12-01', '2027-01-15'])
      await expect(quote(backendOf(), { kind: 'pause', until })).rejects.toMatchObject(code('not-a-month-start'));
    await expect(quote(backendOf(), { kind: 'pause', until: 'soon' })).rejects.toMatchObject(code('malformed-date'));
    await expect(quote(backendOf('nothing-yet'), pause)).rejects.toMatchObject(conflict('trialing'));
  });
});

describe('a quote', () => {
  const agreed = async (backend = backendOf()) => {
    const quoted = await quote(backend, plan('minutes-500'));
    const { version } = await answering(backend);
    return { backend, quoted, version, change: plan('minutes-500'), total: quoted.dueNow };
  };

  test('stands for ten minutes by the back end’s clock', async () => {
    const { backend, quoted, version, ...own } = await agreed();
    expect(quoted).toMatchObject({ madeFor: '2026-11-18T15:20:00Z', validUntil: '2026-11-18T15:30:00Z' });
    backend.control.now = '2026-11-18T15:30:01Z';
    const late = backend.changeSubscription('sub_answering', { ...own, quote: quoted.id }, anew(version));
    await expect(late).rejects.toMatchObject({ kind: 'preview-expired', code: 'quote-expired' });
  });

  test('holds for the total that was shown, and for no other', async () => {
    const { backend, quoted, version, ...own } = await agreed();
    const other = { ...own, quote: quoted.id, total: usd('29999') };
    const commit = backend.changeSubscription('sub_answering', other, anew(version));
    await expect(commit).rejects.toMatchObject({ kind: 'preview-expired', code: 'total-changed' });
    expect((await answering(backend)).plan.id).toBe('minutes-220');
  });

  test('is void when the price has moved', async () => {
    const { backend, quoted, ...own } = await agreed();
    const seed = backend.control.snapshot();
    const plans = seed.plans.map((each) => (each.id === 'minutes-500' ? { ...each, baseFee: '589.00' } : each));
    const dearer = memoryAdapter({ ...seed, plans });
    const { version } = await answering(dearer);
    const commit = dearer.changeSubscription('sub_answering', { ...own, quote: quoted.id }, anew(version));
    await expect(commit).rejects.toMatchObject({ kind: 'preview-expired' });
  });

  test('is for one change of one version', async () => {
    const { backend, quoted, version, change: wanted, total } = await agreed();
    const send = (own: object, ifVersion?: string) =>
      backend.changeSubscription('sub_answering', { change: wanted, quote: quoted.id, total, ...own }, anew(ifVersion));
    await expect(send({ quote: 'quo_0' }, version)).rejects.toMatchObject({ kind: 'preview-expired' });
    await expect(send({ quote: null, total: null }, version)).rejects.toMatchObject({ kind: 'preview-expired' });
    await expect(send({ change: plan('minutes-1000') }, version)).rejects.toMatchObject(code('other-change'));
    await expect(send({})).rejects.toMatchObject(code('version-missing'));
    const { subscription } = await change(backend, plan('minutes-100'));
    await expect(send({}, version)).rejects.toMatchObject({ kind: 'stale-version' });
    await expect(send({}, subscription.version)).rejects.toMatchObject({ code: 'quote-outdated' });
  });
});
