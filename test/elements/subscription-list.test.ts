import { expect } from 'chai';
import '../../src/define/next-invoice.js';
import '../../src/define/subscription-list.js';
import type { AgreedChange, BillingAdapter, ChangeUndoEvent, SubscriptionList, TabOpenEvent } from '../../src/index.js';
import { createBackend } from '../../mock-api/index.js';
import { adapterFor, fails, planlessAdapter, subscribed } from '../../stories/adapters.js';
import { byRole, fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

async function show(adapter: BillingAdapter = adapterFor('mid-month')): Promise<SubscriptionList> {
  const element = await mount('subscription-list', { adapter });
  await settled(element);
  return element;
}

const buttons = (element: Element): HTMLButtonElement[] => [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
const nameOf = (button: HTMLElement): string => (button.ariaLabel ?? textIn(button)).replace(/[\u2068\u2069]/g, '');
const buttonNamed = (element: Element, name: string): HTMLButtonElement | undefined =>
  buttons(element).find((each) => nameOf(each).startsWith(name) && each.ariaDisabled !== 'true');

async function press(element: Element, name: string): Promise<void> {
  await until(() => buttonNamed(element, name) !== undefined);
  buttonNamed(element, name)?.click();
  await settled(element);
}

const dialogText = (element: Element): string => textIn(part(element, 'dialog'));
const rows = (element: Element): string[] => parts(element, 'subscription').map(textIn);
const said = (element: Element): string => textIn(element.shadowRoot?.querySelector('[role=log]') ?? element);

/** The middle of a month, and what was committed there. */
function watched(): { adapter: BillingAdapter; committed: AgreedChange[] } {
  const [behind, committed] = [adapterFor('mid-month'), [] as AgreedChange[]];
  const adapter: BillingAdapter = {
    ...behind,
    changeSubscription: (id, agreed, options) => {
      if (agreed.quote !== null) committed.push(agreed);
      return behind.changeSubscription?.(id, agreed, options) ?? fails();
    },
  };
  return { adapter, committed };
}

describe('subscription-list', () => {
  afterEach(unmountAll);

  it('shows current and previous ones with fee, included volume, period and status', async () => {
    const element = await show();
    expect(rows(element)[0]).to.match(
      /^Phone answering 220 minutes \$279\.00 per month 220 minutes Since November 1, 2025 Active/,
    );
    expect(textIn(part(element, 'previous'))).to.equal('Previous subscriptions');
    expect(rows(element)[1]).to.match(
      /^Website chat Website Chat 30 \$29\.00 per month 30 messages November 1, 2025 – May 31, 2026 Ended/,
    );
  });

  it('shows the prices that there were, the latest first', async () => {
    const adapter = subscribed(({ plan, history = [] }) => ({
      history: [...history, { ...plan, plan: 'dearer', name: 'A dearer one', baseFee: '300.00', from: '2026-06-01' }],
    }));
    const history = textIn(part(await show(adapter), 'history'));
    expect(history).to.equal(
      'Price history From June 1, 2026 on A dearer one $300.00 per month From November 1, 2025 on 220 minutes $279.00 per month',
    );
  });

  it('cancels in two steps, with the end, the last charge, and a reason that nobody has to give', async () => {
    const { adapter, committed } = watched();
    const element = await show(adapter);
    await press(element, 'Cancel Phone answering');
    expect(dialogText(element)).to.include('You can take this back until December 1.');
    expect(dialogText(element)).to.include('You can use it until November 30, 2026.');
    expect(dialogText(element)).to.match(/Next invoice \$\d+\.\d\d instead of \$\d+\.\d\d On December 1/);
    const [keep, cancel] = ['Keep it', 'Cancel on December 1'].map((name) => buttonNamed(element, name));
    expect(getComputedStyle(keep as Element).background).to.equal(getComputedStyle(cancel as Element).background);
    await press(element, 'Cancel on December 1');
    await until(() => rows(element)[0]?.includes('Ends on December 1. You can use it until then.') === true);
    expect(committed.map(({ change }) => change)).to.deep.equal([{ kind: 'cancel', reason: '' }]);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
    expect(said(element)).to.include('Phone answering ends on December 1.');
  });

  it('sends the reason that was given', async () => {
    const { adapter, committed } = watched();
    const element = await show(adapter);
    await press(element, 'Cancel Phone answering');
    const reason = element.shadowRoot?.querySelector('textarea') as HTMLTextAreaElement;
    reason.value = ' We hired a receptionist. ';
    reason.dispatchEvent(new InputEvent('input'));
    await press(element, 'Cancel on December 1');
    await until(() => committed.length === 1);
    expect(committed[0]?.change).to.deep.equal({ kind: 'cancel', reason: 'We hired a receptionist.' });
  });

  it('takes a cancellation back until it takes effect, and the next invoice agrees each time', async () => {
    const adapter = adapterFor('mid-month');
    const element = await show(adapter);
    const invoice = await mount('next-invoice', { adapter });
    await settled(invoice);
    const before = textIn(part(invoice, 'total'));
    await press(element, 'Cancel Phone answering');
    await press(element, 'Cancel on December 1');
    await until(() => !textIn(invoice).includes('Base fee'));
    const event = await fired<ChangeUndoEvent>(element, 'billing-change-undo', () => press(element, 'Undo'));
    expect(event.kind).to.equal('cancel');
    await until(() => textIn(part(invoice, 'total')) === before);
    expect(buttonNamed(element, 'Cancel Phone answering')).not.to.equal(undefined);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'title'));
  });

  it('charges nothing for a trial that is cancelled', async () => {
    const element = await show(adapterFor('nothing-yet'));
    expect(buttonNamed(element, 'Pause')).to.equal(undefined);
    await press(element, 'Cancel Phone answering');
    expect(dialogText(element)).to.include('Your free trial runs until December 1, 2026. Nothing is charged.');
    expect(dialogText(element)).to.match(/Next invoice None, instead of \$\d/);
    expect(dialogText(element)).not.to.include('billed on');
  });

  it('pauses until a month that is chosen, with a quote for each choice', async () => {
    const { adapter, committed } = watched();
    const element = await show(adapter);
    await press(element, 'Pause Phone answering');
    const select = element.shadowRoot?.querySelector('select') as HTMLSelectElement;
    expect([...select.options].map(({ value }) => value)).to.deep.equal([
      '',
      '2027-01-01',
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-01',
      '2027-06-01',
    ]);
    select.value = '2027-03-01';
    select.dispatchEvent(new Event('change'));
    await settled(element);
    await until(() => dialogText(element).includes('until March 1, 2027. Nothing is answered'));
    await press(element, 'Pause on December 1');
    await until(() => rows(element)[0]?.includes('It goes on, and is charged again, on March 1.') === true);
    expect(committed.map(({ change }) => change)).to.deep.equal([{ kind: 'pause', until: '2027-03-01' }]);
    await press(element, 'Undo');
    await until(() => buttonNamed(element, 'Pause Phone answering') !== undefined);
  });

  it('resumes what rests, with the next period', async () => {
    const backend = createBackend('mid-month');
    const element = await show(backend);
    await press(element, 'Pause Phone answering');
    await press(element, 'Pause on December 1');
    await until(() => rows(element)[0]?.includes('Pauses on December 1, until you resume it.') === true);
    backend.control.now = '2026-12-10T15:00:00Z';
    element.remove();
    unmountAll();
    const later = await show({ ...backend });
    expect(rows(later)[0]).to.include('Paused since December 1, until you resume it.');
    await press(later, 'Resume Phone answering');
    expect(dialogText(later)).to.match(/Next invoice \$\d+\.\d\d/);
    await press(later, 'Resume on January 1');
    await until(() => rows(later)[0]?.includes('It goes on, and is charged again, on January 1.') === true);
    expect(buttonNamed(later, 'Resume Phone answering')).to.equal(undefined);
    await press(later, 'Undo');
    await until(() => rows(later)[0]?.includes('Paused since December 1, until you resume it.') === true);
    expect(buttonNamed(later, 'Resume Phone answering')).not.to.equal(undefined);
  });

  it('takes back a plan that is scheduled', async () => {
    const element = await show(
      subscribed(({ plan }) => ({ scheduledChange: { plan: { ...plan, name: '100 minutes' }, on: '2026-12-01' } })),
    );
    element.addEventListener('billing-change-undo', (event) => event.preventDefault());
    const event = await fired<ChangeUndoEvent>(element, 'billing-change-undo', () =>
      press(element, 'Undo: Changes to 100 minutes on December 1.'),
    );
    expect(event.kind).to.equal('plan');
  });

  it('leads to the plans', async () => {
    const element = await show();
    const event = await fired<TabOpenEvent>(element, 'billing-tab-open', () =>
      press(element, 'Change plan of Phone answering'),
    );
    expect(event.tab).to.equal('plan');
  });

  it('offers what the back end can do, and nothing to those who may look only', async () => {
    const behind = adapterFor('mid-month');
    const some = await show(
      adapterFor('mid-month', {
        capabilities: async () => ({ ...(await behind.capabilities()), features: { changes: ['cancel'] } }),
      }),
    );
    expect(buttons(some).map(nameOf)).to.deep.equal(['Cancel Phone answering']);
    const readOnly = await show(adapterFor('read-only'));
    expect(buttons(readOnly)).to.be.empty;
    expect(textIn(part(readOnly, 'read-only'))).to.include('You can look at billing.');
  });

  it('says why what was to be taken back was not', async () => {
    const element = await show(adapterFor('mid-month', { undoScheduledChange: fails }));
    await press(element, 'Cancel Phone answering');
    await press(element, 'Cancel on December 1');
    await press(element, 'Undo');
    await until(() => parts(element, 'notice-negative').length > 0);
    expect(textIn(part(element, 'notice-negative'))).to.include('Nothing was changed.');
    expect(buttonNamed(element, 'Undo')).not.to.equal(undefined);
  });

  it('says what will be here while there is nothing', async () => {
    const element = await show(planlessAdapter());
    expect(textIn(part(element, 'empty'))).to.match(/^You have no subscription yet\. What you subscribe to/);
    expect(byRole(element, 'table')).to.be.empty;
  });
});
