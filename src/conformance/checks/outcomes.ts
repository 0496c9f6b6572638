import { define, type Definition } from '../define.js';
import { holds, refused, same } from '../expect.js';
import { newContact } from '../samples/people.js';
import { optionsOf, type SampleWrite } from '../samples/write.js';
import { SAMPLE_WRITES } from '../samples/writes.js';
import { PUSH_CHECKS } from './push.js';

const LOST = { kind: ['network', 'timeout', 'unavailable', 'outcome-unknown'] } as const;

/** What must not happen twice. */
const serious = SAMPLE_WRITES.filter(({ name }) =>
  ['upgrade', 'buy-add-on', 'pay-invoice', 'attach-method', 'add-contact', 'remove-contact'].includes(name),
);

const lost = ({ name, needs, prepare }: SampleWrite): Definition =>
  define({
    id: `outcomes/lost-answer/${name}`,
    title: `${name} whose answer is lost is known to have happened, and happens once when it is sent again`,
    needs: [...needs, 'findOutcome', 'features.idempotency', 'scenario.loseAnswer'],
    run: async (kit) => {
      const write = await prepare(kit);
      const options = optionsOf(write, kit.key());
      await kit.scenario.loseAnswer();
      await refused(() => write.send(options), LOST, 'a lost answer is told as one');
      const outcome = await kit.adapter.findOutcome(options.idempotencyKey);
      same(
        [outcome.key, outcome.status],
        [options.idempotencyKey, 'succeeded'],
        'the back end knows what became of it',
      );
      const after = await write.state();
      await write.send(options);
      same(await write.state(), after, 'it happens once');
    },
  });

/** What became of a write, for whoever did not hear. */
export const OUTCOME_CHECKS: readonly Definition[] = [
  define({
    id: 'outcomes/succeeded',
    title: 'a write that was done is known to have succeeded',
    needs: ['addContact', 'findOutcome'],
    run: async (kit) => {
      const idempotencyKey = kit.key();
      await kit.adapter.addContact(newContact(kit), { idempotencyKey });
      const { key, status } = await kit.adapter.findOutcome(idempotencyKey);
      same([key, status], [idempotencyKey, 'succeeded'], 'a write that was done has succeeded');
    },
  }),
  define({
    id: 'outcomes/failed',
    title: 'a write that was refused is known to have failed, and why',
    needs: ['addContact', 'findOutcome'],
    run: async (kit) => {
      const idempotencyKey = kit.key();
      const attempt = (): Promise<unknown> =>
        kit.adapter.addContact({ ...newContact(kit), email: 'no e-mail' }, { idempotencyKey });
      const { kind, code } = await refused(attempt, { kind: 'validation' }, 'no e-mail is no e-mail');
      const outcome = await kit.adapter.findOutcome(idempotencyKey);
      same([outcome.status, outcome.kind, outcome.code], ['failed', kind, code], 'a refused write has failed, and why');
    },
  }),
  define({
    id: 'outcomes/unknown',
    title: 'a write that never arrived is not known',
    needs: ['findOutcome'],
    run: async ({ adapter, key }) => {
      const never = key();
      const outcome = await adapter.findOutcome(never);
      same([outcome.key, outcome.status], [never, 'unknown'], 'what never arrived is not known');
    },
  }),
  define({
    id: 'outcomes/changes-nothing',
    title: 'asking after a write does not make it',
    needs: ['addContact', 'findOutcome', 'listContacts'],
    run: async (kit) => {
      const idempotencyKey = kit.key();
      const before = await kit.adapter.listContacts();
      await kit.adapter.findOutcome(idempotencyKey);
      same(await kit.adapter.listContacts(), before, 'asking changes nothing');
      const { id } = await kit.adapter.addContact(newContact(kit), { idempotencyKey });
      holds(
        before.items.every((contact) => contact.id !== id),
        'the key is still good for its write',
        id,
      );
    },
  }),
  define({
    id: 'outcomes/other-page',
    title: 'another page can ask after a write, and send it again',
    needs: ['addContact', 'findOutcome', 'features.idempotency'],
    run: async (kit) => {
      const options = { idempotencyKey: kit.key() };
      const first = await kit.adapter.addContact(newContact(kit), options);
      const page = await kit.another();
      same((await page.findOutcome(options.idempotencyKey)).status, 'succeeded', 'outcomes are of the account');
      same(await page.addContact(newContact(kit), options), first, 'a key is good on every page');
    },
  }),
  ...serious.map(lost),
  ...PUSH_CHECKS,
];
