import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import { BillingError, type BillingAdapter, type Quote } from '../../src/api/index.js';
import type { ChangedEvent, PlanPicker, SubscriptionChangeEvent, TabOpenEvent } from '../../src/index.js';
import { declining } from '../../stories/plan-picker.data.js';
import { fired, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { button, kept, openDialog, picker, pickerOf, press, quoted, says } from '../helpers/plans.js';

const UP = /Upgrade to 500 minutes$/;
const OK = /Upgrade to 500 minutes and pay/;

/** An answer that the test gives when it is time. */
function later<T>(): { readonly promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve: (value) => resolve(value) };
}

const focused = (element: PlanPicker): Element | null => element.shadowRoot?.activeElement ?? null;

/** The current subscription. */
const current = async (backend: BillingAdapter) => (await backend.listSubscriptions()).items[0];

describe('quote dialog', () => {
  afterEach(unmountAll);

  it('opens at once, without a figure, and shows what is due when the quote is there', async () => {
    const answer = later<Quote>();
    const { element, backend } = await picker('mid-month', () => ({ previewChange: () => answer.promise }));
    await press(element, UP);
    await until(() => openDialog(element) !== null);
    const dialog = openDialog(element) as HTMLElement;
    expect(textIn(dialog.querySelector('.dialog-body [aria-busy]') as Element)).not.to.match(/\$/);
    expect(button(dialog.getRootNode() as unknown as Element, OK)).to.equal(undefined);
    answer.resolve(await backend.previewChange('sub_answering', { kind: 'plan', plan: 'minutes-500' }));
    await says(element, 'Due now $300.00');
    expect(textIn(dialog)).to.include('At once, from November 18 on');
    expect(textIn(dialog)).to.match(/Each month \$[\d.]+ instead of \$/);
    expect(button(element, OK)).not.to.equal(undefined);
  });

  it('shows how each line was worked out, and that they add up', async () => {
    const { element } = await picker();
    const dialog = await quoted(element, UP);
    expect(parts(element, 'line').map((line) => textIn(line))).to.have.length(2);
    expect(textIn(dialog)).to.include('Total due now 300.00');
    expect(textIn(dialog)).to.include('579.00 per month, charged in full.');
  });

  it('commits with the quote and the total that were shown, and tells the host', async () => {
    const { element, backend } = await picker();
    await quoted(element, UP);
    const intent = fired<SubscriptionChangeEvent>(element, 'billing-subscription-change', () => undefined);
    const outcome = fired<ChangedEvent>(element, 'billing-changed', () => undefined);
    await press(element, OK);
    expect((await intent).quote?.dueNow.amount).to.equal('30000');
    expect((await outcome).resource).to.equal('subscriptions');
    await says(element, 'You are on 500 minutes now.');
    expect((await current(backend))?.plan.id).to.equal('minutes-500');
    expect(backend.control.writes()).to.have.length(1);
    expect(openDialog(element)).to.equal(null);
  });

  it('case 130: after a change the focus is on the button that opened it', async () => {
    const { element } = await picker();
    button(element, UP)?.focus();
    const opener = focused(element);
    await quoted(element, UP);
    await press(element, OK);
    await says(element, 'You are on 500 minutes now.');
    expect(focused(element)).not.to.equal(null);
    expect(focused(element)?.closest('[part~=plan]')).to.equal(opener?.closest('[part~=plan]'));
  });

  it('leaves the change to a host that prevents it', async () => {
    const { element, backend } = await picker();
    element.addEventListener('billing-subscription-change', (event) => event.preventDefault());
    await quoted(element, UP);
    await press(element, OK);
    await until(() => openDialog(element) === null);
    expect(backend.control.writes()).to.have.length(0);
  });

  it('cases 26 and 27: a double click and Enter send one request', async () => {
    let sent = 0;
    const { element } = await picker('mid-month', (backend) => ({
      changeSubscription: (...asked) => ((sent += 1), backend.changeSubscription(...asked)),
    }));
    const dialog = await quoted(element, UP);
    const ok = button(element, OK);
    ok?.focus();
    ok?.click();
    ok?.click();
    dialog.querySelector('form')?.requestSubmit();
    await sendKeys({ press: 'Enter' });
    await says(element, 'You are on 500 minutes now.');
    expect(sent).to.equal(1);
  });

  it('keeps its button’s width while it works, and can’t be closed', async () => {
    const { element } = await picker('mid-month', () => ({ changeSubscription: () => new Promise(() => {}) }));
    await quoted(element, UP);
    const ok = button(element, OK);
    const width = ok?.offsetWidth;
    ok?.click();
    await says(element, 'Working…');
    expect(ok?.offsetWidth).to.equal(width);
    await sendKeys({ press: 'Escape' });
    expect(openDialog(element)).not.to.equal(null);
  });

  it('case 42: a price that moved is refused, and the new one shown to be agreed to', async () => {
    let moved = false;
    const { element, backend } = await picker('mid-month', (sound) => ({
      previewChange: async (...asked) => {
        const quote = await sound.previewChange(...asked);
        const total = { ...quote.dueNow, amount: '25000' };
        return moved ? quote : { ...quote, dueNow: total };
      },
    }));
    await quoted(element, UP);
    moved = true;
    await press(element, /and pay \$250\.00/);
    await says(element, 'The price has changed. It was $250.00, and is $300.00 now. Nothing was charged');
    expect(backend.control.writes()).to.have.length(0);
    expect(focused(element)?.id).to.equal('quote-title');
    await press(element, OK);
    await says(element, 'You are on 500 minutes now.');
  });

  it('asks for a new quote when one has run out at the back end, never charging by the old one', async () => {
    const { element, backend } = await picker();
    await quoted(element, UP);
    backend.control.now = '2026-11-18T15:40:00Z';
    await press(element, OK);
    await says(element, 'The price was worked out anew and is still $300.00.');
    expect(backend.control.writes()).to.have.length(0);
    await press(element, OK);
    await says(element, 'You are on 500 minutes now.');
    expect(backend.control.writes()).to.have.length(1);
  });

  it('says how long a quote stands in its last two minutes, and works it out anew when it ran out', async () => {
    const end = (quote: Quote, seconds: number): string =>
      `${new Date(Date.parse(quote.madeFor) + seconds * 1000).toISOString().slice(0, 19)}Z`;
    let seconds = 90;
    const { element } = await picker('mid-month', (backend) => ({
      previewChange: async (...asked) => {
        const quote = await backend.previewChange(...asked);
        return { ...quote, validUntil: end(quote, seconds) };
      },
    }));
    expect(textIn(await quoted(element, UP))).to.include('This price stands for 2 minutes more.');
    await press(element, /^Cancel$/);
    seconds = 0;
    expect(textIn(await quoted(element, UP))).to.include('This price has run out.');
    seconds = 600;
    await press(element, /Work it out anew/);
    await until(() => button(element, OK) !== undefined);
    expect(textIn(openDialog(element) as Element)).not.to.include('This price stands');
  });

  it('case 40: another tab has changed the plan: nothing is charged, and the new quote is of how it stands now', async () => {
    const { element, backend } = await picker('mid-month', (sound) => ({
      // The news of the other tab is still on its way.
      subscribe: () => () => undefined,
      changeSubscription: (...asked) => sound.changeSubscription(...asked),
    }));
    await quoted(element, UP);
    const change = { kind: 'plan', plan: 'minutes-1000' } as const;
    const quote = await backend.previewChange('sub_answering', change);
    const agreed = { change, quote: quote.id, total: quote.dueNow };
    const version = (await current(backend))?.version ?? '';
    await backend.changeSubscription('sub_answering', agreed, { idempotencyKey: 'other-tab', ifVersion: version });
    await press(element, OK);
    await says(element, 'Your subscription was changed meanwhile. Nothing was charged.');
    await says(element, /From 1000 minutes to 500 minutes/);
    expect(backend.control.writes()).to.have.length(1);
    expect(textIn(part(element, 'plan-current'))).to.match(/^1000 minutes/);
  });

  it('case 43: without a quote there is no amount and no way on but to try again', async () => {
    let down = true;
    const { element } = await picker('mid-month', (backend) => ({
      previewChange: (...asked) =>
        down ? Promise.reject(new BillingError('unavailable', 'down')) : backend.previewChange(...asked),
    }));
    const dialog = await quoted(element, UP);
    expect(textIn(dialog)).to.include('We couldn’t work out what this change costs. Nothing was charged. Try again.');
    expect(textIn(dialog)).not.to.match(/\$|due now/i);
    expect(dialog.querySelector('[type=submit]')).to.equal(null);
    down = false;
    await press(element, /^Try again$/);
    await says(element, 'Due now $300.00');
  });

  it('case 43: a back end that changes without a quote is asked to, in so many words', async () => {
    const sent: unknown[] = [];
    const { element } = await picker('mid-month', (backend) => ({
      capabilities: async () => {
        const all = await backend.capabilities();
        return { ...all, features: { ...all.features, changeWithoutQuote: true } };
      },
      previewChange: () => Promise.reject(new BillingError('unavailable', 'down')),
      changeSubscription: async (id, agreed) => {
        sent.push([id, agreed]);
        return (await backend.listSubscriptions()).items[0] as never;
      },
    }));
    const dialog = await quoted(element, UP);
    expect(textIn(dialog)).to.include('You can change all the same; your next invoice will show it.');
    expect(textIn(dialog)).not.to.match(/\$/);
    await press(element, /Upgrade to 500 minutes without an estimate/);
    await until(() => openDialog(element) === null);
    const change = { kind: 'plan', plan: 'minutes-500' };
    expect(sent).to.deep.equal([['sub_answering', { change, quote: null, total: null }]]);
  });

  it('says what a refused quote is refused for, without offering to try again', async () => {
    const { element } = await picker('mid-month', () => ({
      previewChange: () => Promise.reject(new BillingError('validation', 'no', { code: 'plan-retired' })),
    }));
    const dialog = await quoted(element, UP);
    expect(textIn(dialog)).to.include('This plan isn’t offered any more. Nothing was changed.');
    expect(button(element, /^Try again$/)).to.equal(undefined);
  });

  it('leads to the payment methods when none could be charged, and has changed nothing', async () => {
    const backend = declining();
    const element = await pickerOf(backend);
    await quoted(element, UP);
    await press(element, OK);
    await says(element, 'The payment was declined. Nothing was changed.');
    expect((await current(backend))?.plan.id).to.equal('minutes-220');
    const event = await fired<TabOpenEvent>(element, 'billing-tab-open', () => press(element, /^Payment methods$/));
    expect(event.tab).to.equal('payment-methods');
    expect(openDialog(element)).to.equal(null);
  });

  it('case 37: a commit whose answer was lost is looked up after a reload, not sent again', async () => {
    const [tab, backend] = [kept(), createBackend('mid-month')];
    const lost = await pickerOf(
      {
        ...backend,
        changeSubscription: (...asked) => backend.changeSubscription(...asked).then(() => new Promise(() => {})),
      },
      tab,
    );
    await quoted(lost, UP);
    await press(lost, OK);
    await until(() => backend.control.writes().length === 1);
    unmountAll();
    let sent = 0;
    const again = await pickerOf(
      { ...backend, changeSubscription: (...asked) => ((sent += 1), backend.changeSubscription(...asked)) },
      tab,
    );
    await says(again, 'Your last change went through.');
    expect(sent).to.equal(0);
    expect(textIn(part(again, 'plan-current'))).to.match(/^500 minutes/);
  });

  it('case 116: an open dialog follows another language and keeps its quote', async () => {
    const { element } = await picker();
    await quoted(element, UP);
    element.locale = 'en-GB';
    await element.updateComplete;
    await settled(element);
    expect(textIn(openDialog(element) as Element)).to.include('At once, from 18 November on');
    expect(textIn(openDialog(element) as Element)).to.include('US$300.00');
  });
});
