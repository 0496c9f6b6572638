import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import '../../src/define/billing-alerts.js';
import {
  BillingError,
  type AlertChoices,
  type AlertPreferences,
  type AlertsSaveEvent,
  type BillingAdapter,
  type BillingAlerts,
} from '../../src/index.js';
import { storeFor } from '../../src/store/store.js';
import { fails } from '../../stories/adapters.js';
import { fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

/** A save that has arrived, which a test answers when it wants to. */
interface Sent {
  readonly choices: AlertChoices;
  readonly ifVersion: string | undefined;
  readonly answer: () => Promise<void>;
}

function adapterWith(changes: Partial<BillingAdapter> = {}): BillingAdapter {
  const adapter = { ...createBackend('mid-month'), ...changes };
  storeFor(adapter, { tries: 1 });
  return adapter;
}

/** A back end that saves only when the test says so. */
function slowBackend(): { adapter: BillingAdapter; sent: Sent[] } {
  const backend = createBackend('mid-month');
  const sent: Sent[] = [];
  const adapter = adapterWith({
    ...backend,
    saveAlertPreferences: (choices, options) =>
      new Promise<AlertPreferences>((resolve) => {
        const answer = async (): Promise<void> => resolve(await backend.saveAlertPreferences(choices, options));
        sent.push({ choices, ifVersion: options.ifVersion, answer });
      }),
  });
  return { adapter, sent };
}

async function show(adapter: BillingAdapter = adapterWith()): Promise<BillingAlerts> {
  const element = await mount('billing-alerts', { adapter });
  await settled(element);
  await until(() => !element.shadowRoot?.querySelector('.skeleton'));
  return element;
}

const within = (element: BillingAlerts): ShadowRoot => element.shadowRoot as ShadowRoot;
const plain = (text: string | null): string => (text ?? '').replace(/[\u2068\u2069]/g, '').trim();

function control<E extends HTMLElement>(element: BillingAlerts, name: string): E {
  const found = [...within(element).querySelectorAll<E>('button, input')].find(
    (each) => plain(each.getAttribute('aria-label')) === name || plain(each.textContent) === name,
  );
  if (!found) throw new Error(`there is no "${name}"`);
  return found;
}
const box = (element: BillingAlerts, name: string): HTMLInputElement => control(element, name);
const values = (element: BillingAlerts): HTMLInputElement[] => [
  ...within(element).querySelectorAll<HTMLInputElement>('.value input'),
];

async function type(element: BillingAlerts, field: HTMLInputElement | undefined, value: string): Promise<void> {
  if (!field) throw new Error('there is no such field');
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await element.updateComplete;
}
const leave = (field: HTMLInputElement | undefined): unknown => field?.dispatchEvent(new Event('change'));
const replays = (element: BillingAlerts): string[] => parts(element, 'replay').map(textIn);
const savedBy = async (adapter: BillingAdapter): Promise<AlertPreferences> =>
  (await adapter.getAlertPreferences?.()) as AlertPreferences;

describe('billing-alerts', function () {
  // Each begins with half a year of usage.
  this.timeout(20_000);
  afterEach(unmountAll);

  it('says where alerts go to and where they come from', async () => {
    expect(textIn(part(await show(), 'addresses'))).to.equal(
      'Alerts go to marta@harborside.example and +1 617 555 0151; they come from billing@lanternline.example.',
    );
  });

  it('saves a box at once, and undoes it', async () => {
    const adapter = adapterWith();
    const element = await show(adapter);
    box(element, 'A plan changes: E-mail').click();
    await until(() => textIn(element).includes('Saved. Undo'));
    const chosen = async (): Promise<unknown> =>
      (await savedBy(adapter)).choices.find(({ kind }) => kind === 'plan-changed')?.channels;
    expect(await chosen()).to.deep.equal(['email']);
    control(element, 'Undo').click();
    await until(() => textIn(element).includes('Undone.'));
    expect(await chosen()).to.deep.equal([]);
    expect(box(element, 'A plan changes: E-mail').checked).to.equal(false);
    expect(within(element).activeElement).to.equal(box(element, 'A plan changes: E-mail'));
  });

  it('sends what is changed meanwhile after it, over the version that it has made', async () => {
    const { adapter, sent } = slowBackend();
    const element = await show(adapter);
    box(element, 'A plan changes: E-mail').click();
    box(element, 'A new invoice: E-mail').click();
    box(element, 'A new invoice: Phone').click();
    await until(() => sent.length === 1);
    await sent[0]?.answer();
    await until(() => sent.length === 2);
    expect(sent.map(({ ifVersion }) => ifVersion)).to.deep.equal(['1', '2']);
    await sent[1]?.answer();
    await until(() => textIn(element).includes('Saved.'));
    const { choices } = await savedBy(adapter);
    expect(choices.find(({ kind }) => kind === 'invoice-issued')?.channels).to.deep.equal(['phone']);
    expect(choices.find(({ kind }) => kind === 'plan-changed')?.channels).to.deep.equal(['email']);
    expect(sent).to.have.length(2);
  });

  it('takes back what is shown when it can’t be saved, and says so in its place', async () => {
    const refused = new BillingError('unavailable', '');
    const element = await show(adapterWith({ saveAlertPreferences: () => Promise.reject(refused) }));
    box(element, 'A plan changes: E-mail').click();
    await until(() => parts(element, 'notice-negative').length === 1);
    expect(box(element, 'A plan changes: E-mail').checked).to.equal(false);
    expect(textIn(part(element, 'notice-negative'))).to.include('Nothing was changed.');
    await until(() => textIn(element).includes('That wasn’t saved.'));
  });

  it('shows how it stands now, when it was changed elsewhere', async () => {
    const backend = createBackend('mid-month');
    const { version: ifVersion, ...before } = await backend.getAlertPreferences();
    const elsewhere = (): Promise<unknown> =>
      backend.saveAlertPreferences({ ...before, thresholds: [] }, { idempotencyKey: 'elsewhere', ifVersion });
    const element = await show(
      adapterWith({
        ...backend,
        saveAlertPreferences: async (choices, options) => {
          await elsewhere();
          return backend.saveAlertPreferences(choices, options);
        },
      }),
    );
    box(element, 'A plan changes: E-mail').click();
    await until(() => textIn(element).includes('changed meanwhile'));
    await until(() => parts(element, 'threshold').length === 0);
  });

  it('tells the host first, which may prevent it', async () => {
    const element = await show();
    element.addEventListener('billing-alerts-save', (event) => event.preventDefault());
    const event = await fired<AlertsSaveEvent>(element, 'billing-alerts-save', () =>
      box(element, 'A plan changes: E-mail').click(),
    );
    expect(event.choices).to.have.keys('enabled', 'snoozedUntil', 'choices', 'thresholds');
    await element.updateComplete;
    expect(box(element, 'A plan changes: E-mail').checked).to.equal(false);
  });

  it('says with every key when a threshold would have fired, and asks nothing for it', async () => {
    let asked = 0;
    const backend = createBackend('mid-month');
    const getUsage: BillingAdapter['getUsage'] = (id, query) => {
      asked += 1;
      return backend.getUsage(id, query);
    };
    const element = await show(adapterWith({ getUsage }));
    const before = asked;
    await type(element, values(element)[3], '9');
    expect(replays(element)[3]).to.match(/^Would have fired on November \d/);
    await type(element, values(element)[3], '90.5');
    expect(replays(element)[3]).to.match(/^Would have fired on October 27/);
    await type(element, values(element)[3], '905');
    expect(replays(element)[3]).to.equal('Wouldn’t have fired in the last 6 months.');
    expect(asked).to.equal(before);
  });

  it('saves a threshold when its field is left', async () => {
    const adapter = adapterWith();
    const element = await show(adapter);
    await type(element, values(element)[3], '1,000.50');
    leave(values(element)[3]);
    await until(() => textIn(element).includes('Saved.'));
    expect((await savedBy(adapter)).thresholds.at(-1)?.at).to.equal('1000.5');
  });

  it('refuses what is no number above zero, and what is there already', async () => {
    const element = await show();
    const faultOf = (): string => textIn(within(element).querySelectorAll('.value .field-error')[3] as Element);
    for (const value of ['', 'many', '0', '-5', '1,5', '1e3', '٣x']) {
      await type(element, values(element)[3], value);
      leave(values(element)[3]);
      await element.updateComplete;
      expect(faultOf(), value).to.equal('Enter a number above zero, such as 75.');
    }
    await type(element, values(element)[3], '50.0');
    leave(values(element)[3]);
    await element.updateComplete;
    expect(faultOf()).to.equal('You have this threshold already.');
    expect(values(element)[3]?.getAttribute('aria-invalid')).to.equal('true');
  });

  it('removes a threshold and puts it back', async () => {
    const element = await show();
    control(element, 'Remove threshold 2').click();
    await until(() => textIn(element).includes('Saved. Undo'));
    expect(values(element).map(({ value }) => value)).to.deep.equal(['50', '90', '100']);
    control(element, 'Undo').click();
    await until(() => values(element).length === 4);
    expect(values(element).map(({ value }) => value)).to.deep.equal(['50', '75', '90', '100']);
  });

  it('snoozes by the account’s clock, and wakes up', async () => {
    const adapter = adapterWith();
    const element = await show(adapter);
    control(element, 'Snooze').click();
    await until(() => textIn(element).includes('Snoozed until'));
    expect((await savedBy(adapter)).snoozedUntil).to.match(/^2026-11-19T15:2/);
    expect(within(element).activeElement?.textContent).to.include('Wake up');
    control(element, 'Wake up').click();
    await until(() => !textIn(element).includes('Snoozed until'));
    await until(() => within(element).activeElement?.id === 'snooze');
  });

  it('turns all off and keeps the choices', async () => {
    const adapter = adapterWith();
    const element = await show(adapter);
    within(element).querySelector<HTMLInputElement>('[role=switch]')?.click();
    await until(() => textIn(element).includes('Saved.'));
    const { enabled, thresholds } = await savedBy(adapter);
    expect([enabled, thresholds.length]).to.deep.equal([false, 4]);
    expect(box(element, 'A new invoice: E-mail').checked).to.equal(true);
    expect(box(element, 'A new invoice: E-mail').disabled).to.equal(true);
  });

  it('case 115: has no controls for who may look only, and says why', async () => {
    const element = await show(createBackend('read-only'));
    expect(within(element).querySelectorAll('button, input, select')).to.have.length(0);
    expect(textIn(part(element, 'read-only'))).to.not.equal('');
    expect(replays(element)[3]).to.equal('Would have fired on October 30.');
  });

  it('reads past usage again where that failed, and the focus stays at the thresholds', async () => {
    const backend = createBackend('mid-month');
    let isDown = true;
    const element = await show(
      adapterWith({ getUsage: (...asked) => (isDown ? fails() : backend.getUsage(...asked)) }),
    );
    expect(replays(element)[3]).to.equal('');
    isDown = false;
    part(element, 'retry').click();
    await element.updateComplete;
    expect(within(element).activeElement?.id).to.equal('thresholds');
    await until(() => replays(element)[3] === 'Would have fired on October 30.');
    expect(parts(element, 'notice')).to.be.empty;
  });
});
