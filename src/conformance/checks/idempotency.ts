import { define, type Definition } from '../define.js';
import { conforms, differ, holds, refused, same } from '../expect.js';
import { addedContact, newContact } from '../samples/people.js';
import { optionsOf, type SampleWrite } from '../samples/write.js';
import { SAMPLE_WRITES } from '../samples/writes.js';

const shape = ({ name, needs, answer, prepare }: SampleWrite): Definition =>
  define({
    id: `writes/shape/${name}`,
    title: `the answer to ${name} has the shape of the contract`,
    needs,
    run: async (kit) => {
      const write = await prepare(kit);
      const received = await write.send(optionsOf(write, kit.key()));
      if (answer) conforms(answer, received, name);
      else same(received, undefined, `${name} answers nothing`);
    },
  });

const replay = ({ name, needs, prepare }: SampleWrite): Definition =>
  define({
    id: `idempotency/replay/${name}`,
    title: `${name} that is sent again with its key is answered again and happens once; the key is good for nothing else`,
    needs: [...needs, 'features.idempotency'],
    run: async (kit) => {
      const write = await prepare(kit);
      const options = optionsOf(write, kit.key());
      const first = await write.send(options);
      const after = await write.state();
      same(await write.send(options), first, 'the same key and payload get the same answer');
      const reused = { kind: 'conflict', code: 'key-reused' } as const;
      await refused(() => write.sendOther(options), reused, 'a key belongs to one payload');
      same(await write.state(), after, 'what is sent again happens once, and what is refused not at all');
    },
  });

/** What must not happen twice, whoever presses twice. */
const serious = SAMPLE_WRITES.filter(({ name }) =>
  ['upgrade', 'buy-add-on', 'pay-invoice', 'attach-method', 'add-contact', 'invite-member'].includes(name),
);

const atOnce = ({ name, needs, prepare }: SampleWrite): Definition =>
  define({
    id: `idempotency/at-once/${name}`,
    title: `${name} that is sent twice at the same time happens once`,
    needs: [...needs, 'features.idempotency'],
    run: async (kit) => {
      const write = await prepare(kit);
      const options = optionsOf(write, kit.key());
      const answers = await Promise.allSettled([write.send(options), write.send(options)]);
      holds(
        answers.some(({ status }) => status === 'fulfilled'),
        'one of two equal writes is done',
        answers,
      );
      const after = await write.state();
      await write.send(options);
      same(await write.state(), after, 'two equal writes at the same time happen once');
    },
  });

const others: readonly Definition[] = [
  define({
    id: 'idempotency/new-key',
    title: 'the same payload under another key is another write',
    needs: ['addContact', 'listContacts', 'features.idempotency'],
    run: async (kit) => {
      const first = await addedContact(kit);
      const second = await addedContact(kit, { email: 'other@conformance.example' });
      differ(second.id, first.id, 'a new key makes a new contact');
    },
  }),
  define({
    id: 'idempotency/other-method',
    title: 'a key that one method has had is refused by another',
    needs: ['addContact', 'saveContact', 'features.idempotency'],
    run: async (kit) => {
      const { id, version } = await addedContact(kit, { email: 'first@conformance.example' });
      const idempotencyKey = kit.key();
      await kit.adapter.addContact(newContact(kit), { idempotencyKey });
      await refused(
        () => kit.adapter.saveContact(id, newContact(kit), { idempotencyKey, ifVersion: version }),
        { kind: 'conflict', code: 'key-reused' },
        'a key belongs to one method',
      );
    },
  }),
  define({
    id: 'idempotency/failure-replayed',
    title: 'a write that failed fails in the same way when it is sent again with its key',
    needs: ['addContact', 'saveContact', 'features.idempotency', 'features.concurrency'],
    run: async (kit) => {
      const { id } = await addedContact(kit);
      const options = { idempotencyKey: kit.key(), ifVersion: 'an-old-version' };
      const attempt = (): Promise<unknown> => kit.adapter.saveContact(id, newContact(kit), options);
      const first = await refused(attempt, { kind: 'stale-version' }, 'an old version is refused');
      const second = await refused(attempt, { kind: 'stale-version' }, 'a failed write fails again');
      same([second.kind, second.code], [first.kind, first.code], 'a failed write fails in the same way');
    },
  }),
  define({
    id: 'idempotency/decline-replayed',
    title: 'a payment that was declined is not tried again by its key',
    needs: [
      'payInvoice',
      'features.payInvoice',
      'getInvoice',
      'features.idempotency',
      'facts.unpaidInvoice',
      'facts.decliningMethod',
    ],
    run: async ({ adapter, facts, key }) => {
      const { amountDue } = await adapter.getInvoice(facts.unpaidInvoice);
      const options = { idempotencyKey: key() };
      const pay = (): Promise<unknown> =>
        adapter
          .payInvoice(facts.unpaidInvoice, { method: facts.decliningMethod, amount: amountDue }, options)
          .catch(({ kind, code }: { kind?: unknown; code?: unknown }) => ({ kind, code }));
      const first = await pay();
      const { attempts } = await adapter.getInvoice(facts.unpaidInvoice);
      same(await pay(), first, 'a declined payment is answered again');
      same((await adapter.getInvoice(facts.unpaidInvoice)).attempts, attempts, 'a declined payment is tried once');
    },
  }),
  define({
    id: 'idempotency/key-form',
    title: 'a key that is empty, too long or not printable is refused',
    needs: ['addContact', 'features.idempotency'],
    run: async (kit) => {
      for (const idempotencyKey of ['', 'k'.repeat(256), 'line\nbreak']) {
        const attempt = (): Promise<unknown> => kit.adapter.addContact(newContact(kit), { idempotencyKey });
        await refused(attempt, { kind: 'validation' }, `the key ${JSON.stringify(idempotencyKey)} is refused`);
      }
    },
  }),
];

/** What is written is answered in shape, and by its key it happens once. */
export const IDEMPOTENCY_CHECKS: readonly Definition[] = [
  ...SAMPLE_WRITES.map(shape),
  ...SAMPLE_WRITES.map(replay),
  ...serious.map(atOnce),
  ...others,
];
