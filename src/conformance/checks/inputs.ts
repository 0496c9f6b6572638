import type { NewContact, NewMember } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { holds, present, refused, same } from '../expect.js';
import { addedContact, invitedMember, newContact } from '../samples/people.js';
import { ADDRESS, newSession } from '../samples/payments.js';
import { quoteFor } from '../samples/subscriptions.js';

/** A number for tests that every processor gives out; it passes the check digit. */
const CARD = '4242 4242 4242 4242';
const REFUSED_CARD = { kind: 'validation', code: 'card-number' } as const;

const badContact = (id: string, title: string, change: Partial<NewContact>, field: RegExp): Definition =>
  define({
    id: `inputs/contact/${id}`,
    title: `a contact with ${title} is refused, and the field is named`,
    needs: ['addContact', 'listContacts'],
    run: async (kit) => {
      const before = await kit.adapter.listContacts();
      await refused(
        () => addedContact(kit, change),
        { kind: 'validation', field },
        `a contact with ${title} is refused`,
      );
      same(await kit.adapter.listContacts(), before, 'a refused write changes nothing');
    },
  });

const badMember = (id: string, title: string, change: Partial<NewMember>, field: RegExp): Definition =>
  define({
    id: `inputs/member/${id}`,
    title: `a member with ${title} is refused, and the field is named`,
    needs: ['inviteMember', 'listMembers'],
    run: async (kit) => {
      const before = await kit.adapter.listMembers();
      await refused(
        () => invitedMember(kit, change),
        { kind: 'validation', field },
        `a member with ${title} is refused`,
      );
      same(await kit.adapter.listMembers(), before, 'a refused write changes nothing');
    },
  });

const people: readonly Definition[] = [
  badContact('no-name', 'no name', { name: '' }, /^name$/),
  badContact('bad-email', 'an e-mail that is none', { email: 'ada at conformance' }, /^email$/),
  badContact('bad-phone', 'a phone number without its country', { phone: '617-555-0199' }, /^phone$/),
  badContact(
    'unknown-topic',
    'a topic that there is not',
    { receives: [{ topic: 'gossip', channels: [] }] },
    /^receives/,
  ),
  badMember('no-name', 'no name', { name: '' }, /^name$/),
  badMember('bad-email', 'an e-mail that is none', { email: 'grace@' }, /^email$/),
  badMember('unknown-product', 'a product that the account does not have', { products: ['no-such-id'] }, /^products/),
  badMember('unknown-right', 'a right that there is not', { rights: ['fly'] }, /^rights/),
];

/** A form may hold a card number in any field: none is kept, and none leaves the page. */
const cards: readonly Definition[] = [
  define({
    id: 'card-number/contact',
    title: 'a contact whose name is a card number is refused and not added',
    needs: ['addContact', 'listContacts'],
    run: async (kit) => {
      const before = await kit.adapter.listContacts();
      for (const name of [CARD, CARD.replaceAll(' ', ''), `Ada ${CARD.replaceAll(' ', '-')}`])
        await refused(
          () => addedContact(kit, { name }),
          REFUSED_CARD,
          'a card number is refused wherever it is written',
        );
      same(await kit.adapter.listContacts(), before, 'a refused write changes nothing');
    },
  }),
  define({
    id: 'card-number/look-alike',
    title: 'a long number that no card has is no reason to refuse',
    needs: ['addContact'],
    run: async (kit) => {
      const { name } = await addedContact(kit, { name: 'Order 4242 4242 4242 4243' });
      same(name, 'Order 4242 4242 4242 4243', 'what fails the check digit is kept as it is');
    },
  }),
  define({
    id: 'card-number/member',
    title: 'a member whose name is a card number is refused',
    needs: ['inviteMember'],
    run: async (kit) => {
      await refused(() => invitedMember(kit, { name: CARD }), REFUSED_CARD, 'a card number is refused');
    },
  }),
  define({
    id: 'card-number/billing-address',
    title: 'a billing address that holds a card number is refused',
    needs: ['createSetupSession', 'attachPaymentMethod', 'facts.vault'],
    run: async (kit) => {
      const { id, consent } = await newSession(kit);
      const billing = { ...ADDRESS, line2: CARD };
      const method = { setup: id, billing, consent: consent.version, role: 'backup' } as const;
      const options = { idempotencyKey: kit.key() };
      await refused(() => kit.adapter.attachPaymentMethod(method, options), REFUSED_CARD, 'a card number is refused');
    },
  }),
  define({
    id: 'card-number/reason',
    title: 'a reason for cancelling that holds a card number is refused',
    needs: ['previewChange', 'changes.cancel', 'facts.subscription'],
    run: async (kit) => {
      const change = { kind: 'cancel', reason: `please charge ${CARD}` } as const;
      await refused(() => quoteFor(kit, change), REFUSED_CARD, 'a card number is refused');
    },
  }),
  define({
    id: 'card-number/not-sent',
    title: 'a card number never leaves the page, not even to be refused',
    needs: ['addContact', 'scenario.requests'],
    run: async (kit) => {
      await refused(() => addedContact(kit, { name: CARD }), REFUSED_CARD, 'a card number is refused');
      const sent = JSON.stringify(await kit.scenario.requests()).replace(/[ +-]|%20/g, '');
      holds(!sent.includes(CARD.replaceAll(' ', '')), 'no request carries a card number', 'a request with one');
    },
  }),
];

const others: readonly Definition[] = [
  define({
    id: 'inputs/unknown-field',
    title: 'a field that a newer page sends is ignored',
    needs: ['addContact'],
    run: async (kit) => {
      const contact: NewContact & { readonly nickname: string } = { ...newContact(kit), nickname: 'Ada' };
      const { name } = await kit.adapter.addContact(contact, { idempotencyKey: kit.key() });
      same(name, contact.name, 'what is known of the payload is taken');
    },
  }),
  define({
    id: 'inputs/text-kept',
    title: 'text is kept to the letter: markup, quotes, scripts of all directions, emoji',
    needs: ['addContact', 'listContacts'],
    run: async (kit) => {
      const name = `<b>"O'Néill"</b> & עברית \u{1F469}‍\u{1F680} =1+1`;
      const { id } = await addedContact(kit, { name });
      const { items } = await kit.adapter.listContacts({ limit: 100 });
      const found = present(
        items.find((contact) => contact.id === id),
        'an added contact is in the list',
      );
      same(found.name, name, 'text is kept to the letter');
    },
  }),
  define({
    id: 'inputs/unknown-change',
    title: 'a kind of change that there is not is refused',
    needs: ['previewChange', 'facts.subscription'],
    run: async (kit) => {
      const change = { kind: 'explode' } as never;
      const refusal = { kind: ['validation', 'unsupported'] } as const;
      await refused(() => quoteFor(kit, change), refusal, 'a kind of change that there is not is refused');
    },
  }),
  define({
    id: 'inputs/no-secrets-in-urls',
    title: 'no address of a request holds a token, a key, an e-mail or a name',
    needs: ['addContact', 'listContacts', 'scenario.requests'],
    run: async (kit) => {
      const { email } = await addedContact(kit);
      await kit.adapter.listContacts();
      for (const { url, headers } of await kit.scenario.requests()) {
        const token = headers['authorization']?.replace(/^Bearer /, '');
        const secrets = [token, headers['idempotency-key'], email, encodeURIComponent(email)];
        const leaked = secrets.some((secret) => secret !== undefined && secret !== '' && url.includes(secret));
        holds(
          !leaked,
          'an address holds nothing private: it stays in histories and logs',
          new URL(url, 'http://x').pathname,
        );
      }
    },
  }),
];

/** What is put in: what is wrong is refused by name, what is right is kept as it is. */
export const INPUT_CHECKS: readonly Definition[] = [...people, ...cards, ...others];
