import { define, type Definition } from '../define.js';
import { differ, refused, same } from '../expect.js';
import { addedContact, newContact } from '../samples/people.js';
import { optionsOf, type SampleWrite } from '../samples/write.js';
import { SAMPLE_WRITES } from '../samples/writes.js';

const versioned = SAMPLE_WRITES.filter((write) => write.versioned);

const current = ({ name, needs, prepare }: SampleWrite): Definition =>
  define({
    id: `versions/current/${name}`,
    title: `${name} is refused without the current version, and makes it an old one`,
    needs: [...needs, 'features.concurrency'],
    run: async (kit) => {
      const write = await prepare(kit);
      const before = await write.state();
      const old = { idempotencyKey: kit.key(), ifVersion: 'an-old-version' };
      await refused(() => write.send(old), { kind: 'stale-version' }, 'only the current version is changed');
      const none = { idempotencyKey: kit.key() };
      const missing = { kind: 'validation', code: 'version-missing' } as const;
      await refused(() => write.send(none), missing, 'a change names the version that the user saw');
      same(await write.state(), before, 'a refused write changes nothing');
      await write.send(optionsOf(write, kit.key()));
      const used = { kind: ['stale-version', 'not-found'] } as const;
      await refused(() => write.send(optionsOf(write, kit.key())), used, 'a version is good for one change');
    },
  });

/** Nobody overwrites what somebody else has changed. */
export const VERSION_CHECKS: readonly Definition[] = [
  ...versioned.map(current),
  define({
    id: 'versions/of-one-thing',
    title: 'a change of one contact leaves the version of another',
    needs: ['addContact', 'saveContact', 'features.concurrency'],
    run: async (kit) => {
      const [one, two] = [await addedContact(kit), await addedContact(kit, { email: 'other@conformance.example' })];
      const save = (id: string, ifVersion: string, email: string): Promise<{ readonly version: string }> =>
        kit.adapter.saveContact(
          id,
          { ...newContact(kit), email, name: 'New' },
          { idempotencyKey: kit.key(), ifVersion },
        );
      const saved = await save(one.id, one.version, one.email);
      differ(saved.version, one.version, 'a change makes a new version');
      await save(two.id, two.version, two.email);
    },
  }),
];
