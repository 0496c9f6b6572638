import { expect } from 'chai';
import { storeFor } from '../../src/store/store.js';
import type { PlanPicker } from '../../src/index.js';
import { hostile, manyPlans, yearly } from '../../stories/plan-picker.data.js';
import {
  adapterFor,
  failingAdapter,
  fails,
  planlessAdapter,
  silentAdapter,
  subscribed,
} from '../../stories/adapters.js';
import type { BillingAdapter, Plan } from '../../src/api/index.js';
import { byRole, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';
import { button, openDialog, picker, pickerOf, planCard, press, quoted, says } from '../helpers/plans.js';

const offered =
  (change: (plans: readonly Plan[]) => readonly Plan[]) =>
  (backend: BillingAdapter): Partial<BillingAdapter> => ({
    listPlans: async (options) => ({ items: change((await backend.listPlans?.(options))?.items ?? []), next: null }),
  });

const input = (element: PlanPicker, selector: string): HTMLInputElement =>
  element.shadowRoot?.querySelector(selector) as HTMLInputElement;

async function set(element: PlanPicker, selector: string, value: string): Promise<void> {
  const field = input(element, selector);
  field.value = value;
  field.dispatchEvent(new Event('input'));
  field.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

const costs = (element: PlanPicker): string[] =>
  parts(element, 'cost')
    .map(textIn)
    .filter((each) => each.startsWith('At this usage'));

describe('plan-picker', () => {
  afterEach(unmountAll);

  it('shows each plan with its fee, what it includes, and what it would cost at the account’s usage', async () => {
    const { element } = await picker();
    expect(textIn(planCard(element, '500 minutes'))).to.include('$579.00 per month');
    expect(textIn(planCard(element, '500 minutes'))).to.include('500 minutes included, then $1.14 per minute');
    expect(costs(element)).to.have.length(5);
  });

  it('marks what costs least at this usage and over the last months', async () => {
    const { element } = await picker();
    expect(textIn(planCard(element, '220 minutes'))).to.include('Least at this usage');
    expect(parts(element, 'badge-positive').map(textIn)).to.deep.equal(['Least in all', 'Least at this usage']);
  });

  it('opens how an amount is made, the lines of which add up to it', async () => {
    const { element } = await picker();
    part(planCard(element, '220 minutes').parentElement as HTMLElement, 'cost').click();
    await until(() => openDialog(element) !== null);
    const dialog = openDialog(element) as HTMLElement;
    const [total, ...lines] = [...dialog.querySelectorAll('.quote-amount, .cost-lines .row')].map((each) =>
      Number(/[\d.,]+$/.exec(textIn(each))?.[0].replace(/[.,]/g, '')),
    );
    expect(lines.reduce((a, b) => a + b)).to.equal(total);
    expect(textIn(dialog)).to.match(/minutes over × 1\.39 per minute = /);
  });

  it('reprices every plan at once without a request when a slider moves', async () => {
    let requests = 0;
    const { element } = await picker('mid-month', (backend) => ({
      listPlans: (options) => ((requests += 1), backend.listPlans(options)),
      getUsage: (id, query) => ((requests += 1), backend.getUsage(id, query)),
    }));
    const before = [requests, ...costs(element)];
    await set(element, '#use-operator', '1200');
    expect(requests).to.equal(before[0]);
    expect(costs(element).every((each, index) => each !== before[index + 1])).to.equal(true);
    expect(textIn(planCard(element, '1000 minutes'))).to.include('Least at this usage');
  });

  it('charges by what is typed beside a slider, and changes nothing for what is no number', async () => {
    const { element } = await picker();
    await set(element, '.slider-fields > .input', '600');
    const at600 = costs(element);
    await set(element, '.slider-fields > .input', '');
    expect(costs(element)).to.deep.equal(at600);
    expect(input(element, '#use-operator').value).to.equal('600');
  });

  it('counts lines and add-ons into every plan', async () => {
    const { element } = await picker();
    const before = costs(element).map((each) => Number(/\$([\d,]+)/.exec(each)?.[1]?.replace(',', '')));
    await set(element, '#use-lines', '5');
    input(element, '#use-add-on-live-call').click();
    await element.updateComplete;
    const after = costs(element).map((each) => Number(/\$([\d,]+)/.exec(each)?.[1]?.replace(',', '')));
    expect(after.map((each, index) => each - (before[index] ?? 0))).to.deep.equal([60, 60, 60, 60, 60]);
  });

  it('goes back to the account’s usage', async () => {
    const { element } = await picker();
    const own = costs(element);
    await set(element, '#use-operator', '10');
    part(element, 'reset').click();
    await element.updateComplete;
    expect(costs(element)).to.deep.equal(own);
    expect(part(element, 'reset').hidden).to.equal(true);
  });

  it('compares at any of the last months', async () => {
    const { element } = await picker();
    const select = input(element, '#basis') as unknown as HTMLSelectElement;
    expect([...select.options].map((each) => each.text)).to.deep.equal([
      'this month, if it goes on like this',
      'this month so far',
      ...['October', 'September', 'August', 'July', 'June', 'May'].map((month) => `${month} 2026`),
    ]);
    const own = costs(element);
    select.value = '2026-08-01';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(costs(element)).not.to.deep.equal(own);
  });

  it('says what costs least after a slider was let go', async () => {
    const { element } = await picker();
    await set(element, '#use-operator', '900');
    await until(() => byRole(element, 'log').some((log) => /\d+ minutes costs least: \$/.test(textIn(log))));
  });

  it('shows the same plans as a table', async () => {
    const { element } = await picker();
    button(element, /^Table$/)?.click();
    await element.updateComplete;
    const rows = [...part(element, 'table').querySelectorAll('tbody tr')].map(textIn);
    expect(rows).to.have.length(8);
    expect(rows[2]).to.match(/^220 minutes Current plan/);
    expect(element.getAttribute('view')).to.equal('table');
  });

  it('keeps plans of another family apart, with their prices and why they can’t be compared', async () => {
    const { element } = await picker();
    const apart = textIn(part(element, 'apart'));
    expect(apart).to.include('Counted by call, so these can’t be compared with your usage.');
    expect(apart).to.include('$255.00 per month');
    expect(apart).not.to.include('At this usage');
  });

  it('lets a plan be chosen that can’t be compared, if the back end allows it', async () => {
    const { element } = await picker(
      'mid-month',
      offered((plans) => plans.map((plan) => ({ ...plan, unavailable: '' }))),
    );
    expect(button(element, /Change to 150 calls/)).not.to.equal(undefined);
  });

  it('shows months or years, where plans have both', async () => {
    const { element } = await picker();
    expect(textIn(element)).not.to.include('per year');
    button(element, /By the year/)?.click();
    await element.updateComplete;
    expect(textIn(element)).to.include('$790.00 per year').and.include('50 minutes included each month');
    expect(parts(element, 'plan-current')).to.have.length(1);
    const { element: other } = await picker(
      'mid-month',
      offered((plans) => plans.filter(({ interval }) => interval === undefined)),
    );
    expect(button(other, /By the year/)).to.equal(undefined);
  });

  it('compares a plan by the year with a twelfth of its fee, and says so', async () => {
    const { element } = await picker();
    button(element, /By the year/)?.click();
    await element.updateComplete;
    const card = planCard(element, '220 minutes, paid yearly');
    expect(textIn(card)).to.include('At this usage $411.55').and.include('Least at this usage');
    expect(textIn(part(element, 'what-if'))).to.include('with a twelfth of a yearly fee');
    card.querySelector<HTMLElement>('[part=cost]')?.click();
    await element.updateComplete;
    expect(textIn(openDialog(element) as Element)).to.include('2,790.00 per year ÷ 12 months = 232.50');
  });

  it('compares with a plan by the year that the account is on', async () => {
    const element = await pickerOf(subscribed(yearly));
    expect(textIn(part(element, 'plan-current')))
      .to.include('per year')
      .and.include('At this usage');
    expect(textIn(element)).not.to.include('per month');
  });

  it('case 45: the current plan can’t be chosen and says so', async () => {
    const { element } = await picker();
    const current = part(element, 'plan-current');
    const choose = current.querySelector('button.choose');
    expect(choose?.ariaDisabled).to.equal('true');
    expect(choose && textIn(choose)).to.equal('Current plan');
    (choose as HTMLElement).click();
    await element.updateComplete;
    expect(openDialog(element)).to.equal(null);
  });

  it('case 46: a retired plan that the account has is shown as its own; others that are retired are not there', async () => {
    const element = await pickerOf(
      subscribed(({ plan }) => ({ plan: { ...plan, id: 'old', name: 'Old plan', status: 'retired' } })),
    );
    expect(textIn(part(element, 'plan-current'))).to.match(/^Old plan Current plan No longer offered/);
    unmountAll();
    const other = await picker(
      'mid-month',
      offered((plans) => plans.map((plan, index) => (index === 0 ? { ...plan, status: 'retired' } : plan))),
    );
    expect(parts(other.element, 'plan').map((each) => textIn(each).slice(0, 11))).not.to.include('50 minutes ');
  });

  it('case 47: a scheduled downgrade is there with its date, and can be undone', async () => {
    const { element } = await picker();
    await quoted(element, /Change to 100 minutes/);
    await press(element, /on December 1/);
    await says(element, 'Your plan changes to 100 minutes on December 1.');
    expect(textIn(planCard(element, '100 minutes'))).to.include('From December 1 on');
    await press(element, /Undo the change/);
    await says(element, 'The change is taken back. You stay on 220 minutes.');
    expect(parts(element, 'plan-scheduled')).to.have.length(0);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('case 48: a smaller plan than the usage says what the overage would come to', async () => {
    const { element } = await picker();
    expect(textIn(planCard(element, '100 minutes'))).to.match(
      /If this month goes on like this, it is [\d.]+ minutes over: \$\d+\.\d\d more\./,
    );
    expect(textIn(await quoted(element, /Change to 100 minutes/))).to.include('minutes over');
  });

  it('case 49: in a trial a change is at once and nothing is due', async () => {
    const { element } = await picker('nothing-yet');
    const dialog = textIn(await quoted(element, /Upgrade to 100 minutes/));
    expect(dialog).to.include('Due now $0.00 Nothing is charged now.');
    expect(dialog).to.match(/At once, from November 18 on/);
  });

  it('case 50: a plan in another currency is there, with why it can’t be chosen', async () => {
    const { element } = await picker(
      'mid-month',
      offered((plans) => plans.map((plan, index) => (index === 3 ? { ...plan, currency: 'EUR' } : plan))),
    );
    const card = planCard(element, '500 minutes');
    expect(textIn(card)).to.include('Priced in EUR. Your plan is in USD');
    expect(card.querySelector('button.choose')).to.equal(null);
  });

  it('case 51: without plans it says so', async () => {
    const { element } = await picker(
      'mid-month',
      offered(() => []),
    );
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(textIn(element)).to.include('There are no plans to choose from right now.');
  });

  it('case 52: two hundred plans are all there and repriced together', async function () {
    this.timeout(20_000);
    const { element } = await picker(
      'mid-month',
      offered((plans) => manyPlans(plans)),
    );
    const before = costs(element);
    expect([parts(element, 'plan').length, before.length]).to.deep.equal([200, 200]);
    await set(element, '#use-operator', '1321');
    expect(costs(element).filter((cost, index) => cost === before[index])).to.deep.equal([]);
  });

  it('cases 76 and 78: a hostile name is a text, and kept within its card', async () => {
    const { element } = await picker('mid-month', offered(hostile));
    const card = part(element, 'plan');
    expect(element.shadowRoot?.querySelectorAll('img')).to.have.length(0);
    expect(textIn(card)).to.include('<img src=x onerror=alert(1)>');
    expect(card.getBoundingClientRect().height).to.be.below(900);
    expect(element.scrollWidth).to.equal(element.clientWidth);
  });

  it('case 115: a user who may look only gets the plans, the comparison, and the reason, but no buttons', async () => {
    const { element } = await picker('read-only');
    expect(element.matches(':state(read-only)')).to.equal(true);
    expect(parts(element, 'choose')).to.have.length(0);
    expect(textIn(part(element, 'read-only'))).not.to.equal('');
  });

  it('case 112: another account’s dialog is closed when the adapter changes', async () => {
    const { element } = await picker();
    await quoted(element, /Upgrade to 500 minutes/);
    element.adapter = silentAdapter();
    await element.updateComplete;
    await until(() => openDialog(element) === null);
    expect(textIn(element)).not.to.match(/\d/);
  });

  it('shows the plans without a comparison where usage failed, and compares after a retry', async () => {
    let down = true;
    const { element } = await picker('mid-month', (backend) => ({
      getUsage: (id, query) => (down ? fails() : backend.getUsage(id, query)),
    }));
    expect(textIn(element)).to.include('We couldn’t work out what each plan costs at your usage.');
    expect(parts(element, 'plan')).to.have.length(8);
    down = false;
    part(element, 'retry').click();
    await says(element, 'Least at this usage');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('loads without a figure, fails without a figure', async () => {
    const element = await mount('plan-picker', { adapter: silentAdapter() });
    expect(element.matches(':state(loading)')).to.equal(true);
    expect(textIn(element)).to.equal('Plans');
    const failed = await pickerOf(failingAdapter());
    expect(textIn(failed)).to.include('We couldn’t load the plans. Nothing was charged.');
    expect(textIn(failed)).not.to.match(/\d/);
  });

  it('shows what plans cost to who has no subscription', async () => {
    const element = await pickerOf(planlessAdapter());
    expect(textIn(element)).to.include('You have no subscription yet.');
    expect(parts(element, 'choose')).to.have.length(0);
  });

  it('case 114: shows nothing where the back end can’t serve it', async () => {
    const adapter = adapterFor('mid-month', { capabilities: () => Promise.resolve({}) });
    storeFor(adapter);
    const element = await mount('plan-picker', { adapter });
    await until(() => element.matches(':state(unsupported)'));
    await settled(element);
    expect(textIn(element)).to.equal('');
  });
});
