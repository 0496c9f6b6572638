import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/define/next-invoice.js';
import type { BillingErrorEvent, NextInvoice } from '../../src/index.js';
import {
  adapterFor,
  failingAdapter,
  fails,
  planlessAdapter,
  silentAdapter,
  staleAdapter,
  subscribed,
} from '../../stories/adapters.js';
import { byRole, fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

async function show(adapter = adapterFor('mid-month')): Promise<NextInvoice> {
  const element = await mount('next-invoice', { adapter });
  await settled(element);
  return element;
}

describe('next-invoice', () => {
  afterEach(unmountAll);

  it('works out the first invoice after a trial and shows how', async () => {
    const element = await show(adapterFor('trial-ended'));
    expect(textIn(part(element, 'total'))).to.equal('$92.60');
    expect(textIn(part(element, 'derivation'))).to.include(
      '139.00 per month ÷ 30 days = 4.63 per day × 20 days = 92.60',
    );
    expect(textIn(part(element, 'title'))).to.equal('First invoice');
    expect(textIn(element)).to.include('Your first invoice comes on September 11, due on receipt');
  });

  it('charges ten minutes over at 1.29 with 12.90, not 11.90', async () => {
    const element = await show(adapterFor('over-allowance'));
    expect(textIn(part(element, 'total'))).to.equal('$151.90 so far');
    const [, overage] = parts(element, 'line').map(textIn);
    expect(overage).to.include('Operator minutes over the allowance 10 minutes × 1.29 · September 11 – 30 12.90');
    expect(overage).to.include('77 minutes used − 67 minutes included = 10 minutes over × 1.29 per minute = 12.90');
    expect(overage).to.include('× 20 days = 66.60, rounded to 67 minutes');
  });

  it('adds up its lines to the total', async () => {
    const element = await show();
    const amounts = parts(element, 'line').map(
      (line) => /[\d.]+$/.exec(textIn(line.querySelector('summary') ?? line))?.[0],
    );
    const cents = amounts.map((amount) => Number(amount?.replace('.', '')));
    expect(cents).to.have.length.above(4);
    expect(textIn(part(element, 'total'))).to.equal(`$${cents.reduce((a, b) => a + b) / 100} so far`);
  });

  it('keeps what is to be expected apart from what is so far', async () => {
    const forecast = textIn(part(await show(), 'forecast'));
    expect(forecast).to.match(
      /^If it goes on like this about \$\d+\.\d\d With .* at the average of the last 17 days\.$/,
    );
  });

  it('forecasts nothing before the first charged day', async () => {
    expect(parts(await show(adapterFor('nothing-yet')), 'forecast')).to.be.empty;
  });

  it('opens a line by keyboard', async () => {
    const line = part(await show(), 'line').querySelector('details');
    line?.querySelector('summary')?.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => line?.open === true);
  });

  it('shows a skeleton without a figure in it while it loads', async () => {
    const element = await mount('next-invoice', { adapter: silentAdapter() });
    expect(element.matches(':state(loading)')).to.be.true;
    expect(textIn(element)).to.equal('Next invoice');
  });

  it('says what failed, what it means for the money and what to do, and no amount', async () => {
    const element = await show(failingAdapter());
    expect(element.matches(':state(failed)')).to.be.true;
    expect(textIn(part(element, 'notice'))).to.include(
      'We couldn’t load your next invoice. Nothing was charged. Try again.',
    );
    expect(textIn(element)).not.to.match(/\d/);
  });

  it('tells the host of a failure', async () => {
    const event = await fired<BillingErrorEvent>(document.body, 'billing-error', () => show(failingAdapter()));
    expect(event.error.kind).to.equal('unavailable');
  });

  it('shows the invoice after a retry, says so, and leaves the focus at the heading', async () => {
    let down = true;
    const sound = adapterFor('mid-month');
    const adapter = adapterFor('mid-month', { getAccount: (read) => (down ? fails() : sound.getAccount(read)) });
    const element = await show(adapter);
    down = false;
    part(element, 'retry').click();
    await settled(element);
    expect(parts(element, 'notice')).to.be.empty;
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
    expect(byRole(element, 'status').map(textIn)).to.deep.equal(['Up to date']);
  });

  it('shows an error and no amount where the answers can’t be rated', async () => {
    const sound = adapterFor('mid-month');
    const adapter = adapterFor('mid-month', {
      listSubscriptions: async (read) => {
        const { items, next } = await sound.listSubscriptions(read);
        return { items: items.map((each) => ({ ...each, trialEnd: '2026-02-30' })), next };
      },
    });
    const element = await show(adapter);
    expect(element.matches(':state(failed)')).to.be.true;
    expect(textIn(element)).not.to.match(/\d/);
  });

  it('keeps what it shows when it is old, and says as of when', async () => {
    const element = await show(staleAdapter());
    expect(element.matches(':state(stale)')).to.be.true;
    expect(textIn(part(element, 'notice'))).to.match(/^As of .*\. Update$/);
    expect(parts(element, 'line')).not.to.be.empty;
  });

  it('is empty without a plan', async () => {
    const element = await show(planlessAdapter());
    expect(element.matches(':state(empty)')).to.be.true;
    expect(textIn(element)).to.include('once you have chosen a plan');
  });

  it('asks nobody to choose a plan who has one that rests', async () => {
    const element = await show(subscribed({ status: 'paused' }));
    expect(textIn(element)).to.include('No invoice is coming').and.not.to.include('chosen a plan');
  });

  it('case 114: shows nothing where the back end can’t serve it', async () => {
    const element = await show(adapterFor('mid-month', { capabilities: () => Promise.resolve({}) }));
    await until(() => element.matches(':state(unsupported)'));
    expect(textIn(element)).to.equal('');
  });

  it('shows the other account’s invoice and nothing of the first one when the adapter changes', async () => {
    const element = await show(adapterFor('over-allowance'));
    element.adapter = silentAdapter();
    await element.updateComplete;
    expect(textIn(element)).to.equal('Next invoice');
    element.adapter = adapterFor('trial-ended');
    await element.updateComplete;
    await settled(element);
    expect(textIn(part(element, 'total'))).to.equal('$92.60');
  });
});
