import type { NewPaymentMethod } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { holds, present, refused, same } from '../expect.js';
import type { Kit } from '../needs.js';
import { ADDRESS, defaultOf, methodsOf, newSession, VERIFY, verifiedMethod } from '../samples/payments.js';

const SESSION = ['createSetupSession', 'facts.vault'] as const;
const ATTACH = ['attachPaymentMethod', 'listPaymentMethods', ...VERIFY] as const;

const attach = (
  { adapter, key }: Kit<'attachPaymentMethod'>,
  method: NewPaymentMethod,
): ReturnType<typeof adapter.attachPaymentMethod> => adapter.attachPaymentMethod(method, { idempotencyKey: key() });

/** A method that can't be put on file: it is refused, and the list stays as it is. */
async function refuses(kit: Kit<(typeof ATTACH)[number]>, method: NewPaymentMethod, rule: string): Promise<void> {
  const before = await methodsOf(kit);
  const refusal = { kind: ['validation', 'conflict', 'payment-declined', 'action-required', 'not-found'] } as const;
  await refused(() => attach(kit, method), refusal, rule);
  same(await methodsOf(kit), before, 'a refused write changes nothing');
}

/** How a payment method comes on file. */
export const SETUP_CHECKS: readonly Definition[] = [
  define({
    id: 'setups/session',
    title: 'a session is for the vault that was asked for, stands for a while, and says what is authorized',
    needs: SESSION,
    run: async (kit) => {
      const { vault, expiresAt, consent } = await newSession(kit);
      const { now } = await kit.adapter.getAccount();
      same(vault, kit.facts.vault, 'a session is for the vault that was asked for');
      holds(Date.parse(expiresAt) > Date.parse(now), 'a session stands for a while', expiresAt, `after ${now}`);
      holds(consent.text.length > 0, 'what is authorized is said in words', consent);
    },
  }),
  define({
    id: 'setups/unknown-vault',
    title: 'a vault that the back end does not have is refused',
    needs: SESSION,
    run: async ({ adapter, key }) => {
      const attempt = (): Promise<unknown> => adapter.createSetupSession('no-such-vault', { idempotencyKey: key() });
      await refused(attempt, { kind: ['validation', 'unsupported'] }, 'a vault that there is not is refused');
    },
  }),
  define({
    id: 'setups/open',
    title: 'a session that nothing has happened in is open',
    needs: [...SESSION, 'getSetup'],
    run: async (kit) => {
      const { id } = await newSession(kit);
      const setup = await kit.adapter.getSetup(id);
      same([setup.id, setup.status, setup.code], [id, 'open', null], 'nothing has happened yet');
    },
  }),
  define({
    id: 'setups/succeeded',
    title: 'a setup that the processor has accepted has succeeded',
    needs: [...VERIFY, 'getSetup'],
    run: async (kit) => {
      const { setup } = await verifiedMethod(kit);
      const { status, code } = await kit.adapter.getSetup(setup);
      same([status, code], ['succeeded', null], 'the back end knows that it has succeeded');
    },
  }),
  define({
    id: 'setups/attached',
    title: 'a verified method is on file as a back-up, and the default stays',
    needs: ATTACH,
    run: async (kit) => {
      const before = await methodsOf(kit);
      const answer = await attach(kit, await verifiedMethod(kit));
      const added = answer.items.filter(({ id }) => before.items.every((method) => method.id !== id));
      same(
        added.map(({ role, holder }) => [role, holder]),
        [['backup', ADDRESS.name]],
        'one method is added, as a back-up',
      );
      same(defaultOf(answer).id, defaultOf(before).id, 'the default stays');
      same(await methodsOf(kit), answer, 'the list is as the write has answered it');
    },
  }),
  define({
    id: 'setups/attached-as-default',
    title: 'a verified method can be the default at once; the one before it backs it up',
    needs: ATTACH,
    run: async (kit) => {
      const before = defaultOf(await methodsOf(kit));
      const answer = await attach(kit, { ...(await verifiedMethod(kit)), role: 'default' });
      const old = present(
        answer.items.find(({ id }) => id === before.id),
        'no method is lost',
      );
      same(
        [defaultOf(answer).holder, old.role],
        [ADDRESS.name, 'backup'],
        'the new one is the default, the old one a back-up',
      );
    },
  }),
  define({
    id: 'setups/not-verified',
    title: 'what is not verified is not put on file',
    needs: ATTACH,
    run: async (kit) => {
      const { id, consent } = await newSession(kit);
      const method = { setup: id, billing: ADDRESS, consent: consent.version, role: 'backup' } as const;
      await refuses(kit, method, 'what is not verified is not put on file');
    },
  }),
  define({
    id: 'setups/failed',
    title: 'a setup that the processor has refused has failed, with the reason, and is not put on file',
    needs: [...ATTACH, 'getSetup', 'facts.badToken'],
    run: async (kit) => {
      const { id, consent } = await newSession(kit);
      await kit.scenario.setUp(id, kit.facts.badToken);
      const { status, code } = await kit.adapter.getSetup(id);
      same([status, code !== null], ['failed', true], 'the back end knows that it has failed, and why');
      const method = { setup: id, billing: ADDRESS, consent: consent.version, role: 'backup' } as const;
      await refuses(kit, method, 'what the processor has refused is not put on file');
    },
  }),
  define({
    id: 'setups/consent',
    title: 'a method is not put on file without consent in the current version',
    needs: ATTACH,
    run: async (kit) => {
      const method = await verifiedMethod(kit);
      await refuses(
        kit,
        { ...method, consent: 'another-version' },
        'the text that was shown is consented to, or nothing',
      );
    },
  }),
  define({
    id: 'setups/once',
    title: 'a setup puts one method on file',
    needs: ATTACH,
    run: async (kit) => {
      const method = await verifiedMethod(kit);
      await attach(kit, method);
      await refuses(kit, method, 'a setup puts one method on file');
    },
  }),
  define({
    id: 'setups/same-card',
    title: 'a card is on file once',
    needs: ATTACH,
    run: async (kit) => {
      await attach(kit, await verifiedMethod(kit));
      const again = await verifiedMethod(kit);
      const before = await methodsOf(kit);
      await refused(() => attach(kit, again), { kind: 'conflict', code: 'already-on-file' }, 'a card is on file once');
      same(await methodsOf(kit), before, 'a refused write changes nothing');
    },
  }),
  define({
    id: 'setups/expired',
    title: 'a session that ran out has expired, and puts nothing on file',
    needs: [...ATTACH, 'getSetup', 'scenario.advance'],
    run: async (kit) => {
      const { id, consent, expiresAt } = await newSession(kit);
      const { now } = await kit.adapter.getAccount();
      await kit.scenario.advance(Date.parse(expiresAt) - Date.parse(now) + 1000);
      same((await kit.adapter.getSetup(id)).status, 'expired', 'a session stands until expiresAt');
      const method = { setup: id, billing: ADDRESS, consent: consent.version, role: 'backup' } as const;
      await refuses(kit, method, 'a session that ran out puts nothing on file');
    },
  }),
];
