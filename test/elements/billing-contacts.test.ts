import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import '../../src/define/billing-contacts.js';
import {
  BillingError,
  registerMessages,
  type BillingAdapter,
  type BillingContacts,
  type ContactSaveEvent,
} from '../../src/index.js';
import { storeFor } from '../../src/store/store.js';
import { fired, mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

/** A back end with these methods in place of its own. */
function adapterWith(changes: Partial<BillingAdapter> = {}): BillingAdapter {
  const adapter = { ...createBackend('mid-month'), ...changes };
  storeFor(adapter, { tries: 1 });
  return adapter;
}

async function show(adapter: BillingAdapter = adapterWith()): Promise<BillingContacts> {
  const element = await mount('billing-contacts', { adapter });
  await settled(element);
  return element;
}

const within = (element: BillingContacts): ShadowRoot => element.shadowRoot as ShadowRoot;

function button(element: BillingContacts, name: string): HTMLButtonElement {
  const plain = (text: string | null): string => (text ?? '').replace(/[\u2068\u2069]/g, '').trim();
  const found = [...within(element).querySelectorAll('button')].find(
    (each) => plain(each.getAttribute('aria-label')) === name || plain(each.textContent) === name,
  );
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
}

async function fill(element: BillingContacts, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) {
    const field = within(element).querySelector<HTMLInputElement>(`#${id}`);
    if (!field) throw new Error(`there is no field ${id}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input'));
  }
  await element.updateComplete;
}

const submit = (element: BillingContacts): void => within(element).querySelector('form')?.requestSubmit();
const faultOf = (element: BillingContacts, field: string): string =>
  textIn(within(element).querySelector(`#${field}-error`) as Element);
const focused = (element: BillingContacts): Element | null => within(element).activeElement;

async function adding(element: BillingContacts, values: Readonly<Record<string, string>>): Promise<void> {
  button(element, 'Add contact').focus();
  button(element, 'Add contact').click();
  await element.updateComplete;
  await fill(element, values);
  submit(element);
}

describe('billing-contacts', () => {
  afterEach(unmountAll);

  it('shows who hears of what, by which channel', async () => {
    const [first] = parts(await show(), 'contact');
    expect(textIn(first as Element))
      .to.include('Priya Raman')
      .and.to.include('office@harborside.example');
    expect(textIn(first as Element)).to.match(/Invoices by e-mail/);
  });

  it('says that contacts have no access', async () => {
    expect(textIn(part(await show(), 'note'))).to.include('can’t sign in');
  });

  it('adds a contact, with the phone in the form that machines call', async () => {
    const adapter = adapterWith();
    const element = await show(adapter);
    await adding(element, { name: ' Ana Ruiz ', email: 'ana@harborside.example', phone: '(617) 555-0123' });
    await until(() => parts(element, 'contact').length === 3);
    const { items } = (await adapter.listContacts?.()) ?? { items: [] };
    expect(items.at(-1)).to.include({ name: 'Ana Ruiz', email: 'ana@harborside.example', phone: '+16175550123' });
    await until(() => focused(element) === button(element, 'Add contact'));
  });

  it('tells the host first, which may do it itself', async () => {
    const element = await show();
    element.addEventListener('billing-contact-save', (event) => event.preventDefault());
    const event = await fired<ContactSaveEvent>(element, 'billing-contact-save', () =>
      adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' }),
    );
    expect(event.contact.name).to.equal('Ana Ruiz');
    await settled(element);
    expect(parts(element, 'contact')).to.have.length(2);
  });

  it('case 88: takes plus tags and domains in any script, and refuses what is no address', async () => {
    const element = await show();
    const refused = [`${'a'.repeat(2000)}@example.com`, 'ana@example.', 'ana@', 'ana ruiz@example.com'];
    for (const email of refused) {
      await adding(element, { name: 'Ana Ruiz', email });
      await until(() => faultOf(element, 'email') !== '');
      expect(focused(element)?.id).to.equal('email');
      button(element, 'Cancel').click();
      await element.updateComplete;
    }
    await adding(element, { name: 'Ana Ruiz', email: 'ana+bills@bücher.example' });
    await until(() => parts(element, 'contact').length === 3);
  });

  it('case 88: shows at the field what the back end refuses of it', async () => {
    const taken = new BillingError('validation', '', { fields: { email: 'taken' } });
    const element = await show(adapterWith({ addContact: () => Promise.reject(taken) }));
    await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    await until(() => faultOf(element, 'email') !== '');
    expect(faultOf(element, 'email')).to.equal('This is in use already.');
    expect(focused(element)?.id).to.equal('email');
  });

  it('case 89: reads a phone in its national form, and refuses letters and thirty digits', async () => {
    const element = await show();
    for (const phone of ['call me', '6'.repeat(30)]) {
      await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example', phone });
      await until(() => faultOf(element, 'phone') !== '');
      button(element, 'Cancel').click();
      await element.updateComplete;
    }
    await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example', phone: '617 555 0123' });
    await until(() => parts(element, 'contact').length === 3);
  });

  it('case 87: refuses a card number in the name, and sends nothing', async () => {
    let sent = 0;
    const adapter = createBackend('mid-month');
    const counting: BillingAdapter['addContact'] = (contact, options) => {
      sent += 1;
      return adapter.addContact(contact, options);
    };
    const element = await show(adapterWith({ addContact: counting }));
    await adding(element, { name: '4242 4242 4242 4242', email: 'ana@harborside.example' });
    await until(() => faultOf(element, 'name') !== '');
    expect(faultOf(element, 'name')).to.equal('Don’t enter a card number here.');
    expect(sent).to.equal(0);
  });

  it('case 26: sends once, however often the button is pressed', async () => {
    const adapter = createBackend('mid-month');
    let sent = 0;
    const slow: BillingAdapter['addContact'] = async (contact, options) => {
      sent += 1;
      return adapter.addContact(contact, options);
    };
    const element = await show(adapterWith({ ...adapter, addContact: slow }));
    await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    submit(element);
    submit(element);
    await until(() => parts(element, 'contact').length === 3);
    expect(sent).to.equal(1);
  });

  it('case 35: keeps what was typed while it is sent, and lets nothing be typed meanwhile', async () => {
    const element = await show(adapterWith({ addContact: () => new Promise(() => {}) }));
    await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    const field = (): HTMLInputElement | null => within(element).querySelector('#name');
    await until(() => field()?.disabled === true);
    expect(field()?.value).to.equal('Ana Ruiz');
  });

  it('case 116: an open form keeps what was typed when the language and the direction change', async () => {
    registerMessages('he', { 'contacts.name': 'שם' });
    const element = await show();
    button(element, 'Add contact').click();
    await element.updateComplete;
    await fill(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    Object.assign(element, { locale: 'he', dir: 'rtl' });
    await until(() => textIn(within(element).querySelector('form') as Element).includes('שם'));
    const values = [...within(element).querySelectorAll<HTMLInputElement>('#name, #email')].map(({ value }) => value);
    expect(values).to.deep.equal(['Ana Ruiz', 'ana@harborside.example']);
    expect(within(element).querySelector('dialog')?.open).to.be.true;
    expect(getComputedStyle(part(element, 'title')).direction).to.equal('rtl');
  });

  it('removes a contact and gives it back', async () => {
    const element = await show();
    button(element, 'Remove Priya Raman').click();
    await until(() => parts(element, 'contact').length === 1);
    await until(() => focused(element)?.localName === 'h2');
    button(element, 'Undo').click();
    await until(() => parts(element, 'contact').length === 2);
    expect(textIn(element)).to.include('Priya Raman is back.');
  });

  it('case 34: shows how a contact stands now, when it was changed elsewhere', async () => {
    const adapter = createBackend('mid-month');
    const element = await show(adapter);
    button(element, 'Edit Priya Raman').click();
    await element.updateComplete;
    const [first] = (await adapter.listContacts()).items;
    if (!first) throw new Error('there is no contact');
    const elsewhere = { name: first.name, email: 'elsewhere@harborside.example', phone: '', receives: [] };
    await adapter.saveContact(first.id, elsewhere, { idempotencyKey: 'elsewhere', ifVersion: first.version });
    submit(element);
    await until(() => textIn(element).includes('changed meanwhile'));
    await until(() => textIn(element).includes('elsewhere@harborside.example'));
  });

  it('case 34: keeps what was typed beside what was changed elsewhere, and saves it then', async () => {
    const adapter = createBackend('mid-month');
    const element = await show(adapter);
    button(element, 'Edit Priya Raman').click();
    await element.updateComplete;
    await fill(element, { name: 'Priya Raman-Lee' });
    const [first] = (await adapter.listContacts()).items;
    if (!first) throw new Error('there is no contact');
    const elsewhere = { name: first.name, email: 'elsewhere@harborside.example', phone: '', receives: [] };
    await adapter.saveContact(first.id, elsewhere, { idempotencyKey: 'elsewhere', ifVersion: first.version });
    submit(element);
    const email = (): string | undefined => within(element).querySelector<HTMLInputElement>('#email')?.value;
    await until(() => email() === 'elsewhere@harborside.example');
    submit(element);
    await until(() => !within(element).querySelector('dialog')?.open);
    const [saved] = (await adapter.listContacts()).items;
    expect(saved).to.include({ name: 'Priya Raman-Lee', email: 'elsewhere@harborside.example' });
  });

  it('takes a mark away as soon as what was wrong is right', async () => {
    const element = await show();
    await adding(element, { name: '', email: 'ana' });
    await until(() => faultOf(element, 'email') !== '');
    await fill(element, { email: 'ana@harborside.example' });
    await until(() => faultOf(element, 'email') === '');
    expect(faultOf(element, 'name')).to.equal('Fill this in.');
  });

  it('puts the focus on the form’s heading where it wasn’t sent and no field is wrong', async () => {
    const down = new BillingError('unavailable', '');
    const element = await show(adapterWith({ addContact: () => Promise.reject(down) }));
    await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    await until(() => textIn(within(element).querySelector('dialog') as Element).includes('Nothing was changed.'));
    await until(() => focused(element)?.localName === 'h3');
  });

  it('case 26: offers nothing again while nobody knows whether it was sent, and closes once it turns out to be', async () => {
    const backend = createBackend('mid-month');
    const adapter = adapterWith({
      ...backend,
      capabilities: async () => {
        const capabilities = await backend.capabilities();
        return { ...capabilities, features: { ...capabilities.features, idempotency: false } };
      },
      addContact: async (...sent) => {
        await backend.addContact(...sent);
        throw new BillingError('timeout', '');
      },
    });
    delete adapter.findOutcome;
    const element = await show(adapter);
    await adding(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    const dialog = within(element).querySelector('dialog') as HTMLDialogElement;
    await until(() => textIn(dialog).includes('Look again before you repeat it.'));
    expect(dialog.querySelector('button[type=submit]')).to.equal(null);
    adapter.findOutcome = (key) => backend.findOutcome(key);
    button(element, 'Look again').click();
    await until(() => !dialog.open);
    expect((await backend.listContacts()).items.filter(({ name }) => name === 'Ana Ruiz')).to.have.length(1);
  });

  it('case 127: forgets what was begun for another account', async () => {
    const element = await show();
    button(element, 'Remove Priya Raman').click();
    await until(() => textIn(element).includes('Undo'));
    button(element, 'Add contact').click();
    await element.updateComplete;
    element.adapter = adapterWith();
    await settled(element);
    expect(within(element).querySelector('dialog')?.open).to.be.false;
    expect(() => button(element, 'Undo')).to.throw();
  });

  it('case 115: has no buttons for who may look only, and says why', async () => {
    const element = await show(createBackend('read-only'));
    expect(within(element).querySelectorAll('tbody button, .head button')).to.have.length(0);
    expect(textIn(part(element, 'read-only'))).not.to.equal('');
  });
});
