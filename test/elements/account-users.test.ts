import { expect } from 'chai';
import { createBackend } from '../../mock-api/index.js';
import '../../src/define/account-users.js';
import type { AccountUsers, BillingAdapter } from '../../src/index.js';
import { mount, part, parts, settled, textIn, unmountAll, until } from '../helpers/elements.js';

async function show(adapter: BillingAdapter = createBackend('mid-month')): Promise<AccountUsers> {
  const element = await mount('account-users', { adapter });
  await settled(element);
  return element;
}

const within = (element: AccountUsers): ShadowRoot => element.shadowRoot as ShadowRoot;
const plain = (text: string | null): string => (text ?? '').replace(/[\u2068\u2069]/g, '').trim();

function button(element: AccountUsers, name: string): HTMLButtonElement {
  const found = [...within(element).querySelectorAll('button')].find(
    (each) => plain(each.getAttribute('aria-label')) === name || plain(each.textContent) === name,
  );
  if (!found) throw new Error(`there is no button "${name}"`);
  return found;
}

async function press(element: AccountUsers, name: string): Promise<void> {
  const found = button(element, name);
  found.focus();
  found.click();
  await element.updateComplete;
}

function type(element: AccountUsers, values: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(values)) {
    const field = within(element).querySelector<HTMLInputElement>(`#${id}`);
    if (!field) throw new Error(`there is no field ${id}`);
    field.value = value;
    field.dispatchEvent(new InputEvent('input'));
  }
}

function tick(element: AccountUsers, id: string): void {
  within(element)
    .querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)
    ?.click();
}

const submit = (element: AccountUsers): void => within(element).querySelector('form')?.requestSubmit();
const rowOf = (element: AccountUsers, name: string): string =>
  textIn(parts(element, 'member').find((each) => textIn(each).includes(name)) as Element);

describe('account-users', () => {
  afterEach(unmountAll);

  it('shows who signs in, with their products and rights', async () => {
    const element = await show();
    expect(rowOf(element, 'Marta Oliveira')).to.include('(you)').and.to.include('Admin');
    expect(rowOf(element, 'Ben Castellano')).to.include('May invite and edit users').and.to.include('Phone answering');
  });

  it('invites a user, who then waits to join', async () => {
    const adapter = createBackend('mid-month');
    const element = await show(adapter);
    const before = parts(element, 'member').length;
    await press(element, 'Invite user');
    type(element, { name: 'Ana Ruiz', email: 'ana@harborside.example' });
    tick(element, 'product-sub_answering');
    tick(element, 'right-edit-payment');
    submit(element);
    await until(() => parts(element, 'member').length === before + 1);
    expect(rowOf(element, 'Ana Ruiz')).to.include('Invited Nov 18').and.to.include('May edit payment information');
    const { items } = await adapter.listMembers();
    expect(items.at(-1)?.products).to.deep.equal(['sub_answering']);
    await until(() => within(element).activeElement === button(element, 'Invite user'));
  });

  it('case 130: says at the field that an e-mail address is another user’s', async () => {
    const element = await show();
    await press(element, 'Invite user');
    type(element, { name: 'Ana Ruiz', email: 'ben@harborside.example' });
    submit(element);
    await until(() => textIn(within(element).querySelector('#email-error') as Element) !== '');
    expect(textIn(within(element).querySelector('#email-error') as Element)).to.equal('This is in use already.');
    await until(() => within(element).activeElement?.id === 'email');
  });

  it('changes products and rights', async () => {
    const element = await show();
    await press(element, 'Edit Lou Petersen');
    tick(element, 'right-manage-users');
    submit(element);
    await until(() => rowOf(element, 'Lou Petersen').includes('May invite and edit users'));
  });

  it('case 130: removes a user after a question, and puts the focus on the heading', async () => {
    const element = await show();
    const before = parts(element, 'member').length;
    await press(element, 'Remove Lou Petersen');
    expect(textIn(within(element).querySelector('dialog[open]') as Element)).to.include('can’t sign in any more');
    submit(element);
    await until(() => parts(element, 'member').length === before - 1);
    await until(() => within(element).activeElement?.localName === 'h2');
  });

  it('has no way to remove oneself', async () => {
    const element = await show();
    expect(() => button(element, 'Remove Marta Oliveira')).to.throw();
  });

  it('sends an invitation again, and withdraws it', async () => {
    const element = await show();
    const invited = parts(element, 'member').find((each) => textIn(each).includes('Invited'));
    const again = [...(invited?.querySelectorAll('button') ?? [])].find(
      (each) => plain(each.textContent) === 'Send again',
    );
    again?.click();
    await until(() => parts(element, 'notice').some((each) => textIn(each).includes('was sent to')));
    const before = parts(element, 'member').length;
    const name = textIn(invited?.querySelector('bdi') as Element);
    await press(element, `Withdraw the invitation of ${name}`);
    submit(element);
    await until(() => parts(element, 'member').length === before - 1);
  });

  it('case 115: has no buttons for who may look only, and says why', async () => {
    const element = await show(createBackend('read-only'));
    expect(within(element).querySelectorAll('tbody button, .head button')).to.have.length(0);
    expect(textIn(part(element, 'read-only'))).not.to.equal('');
  });
});
