import {
  setupSessionSchema,
  type Access,
  type Capabilities,
  type ChangeKind,
  type Resource,
  type SubscriptionChange,
} from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { conforms, holds, refused } from '../expect.js';
import { SAMPLE_CHANGES } from '../samples/changes.js';
import type { Method } from '../scenario.js';
import { RESOURCE_READS, RESOURCE_WRITES, type ResourceCall } from '../samples/resources.js';

/** What is off is absent, or says so. */
const OFF = { kind: ['forbidden', 'unsupported'] } as const;

/** A call is answered where the user may make it, and refused where not. */
const truthful = (may: keyof Omit<Access, 'reason'>, { resource, method, needs, call }: ResourceCall): Definition =>
  define({
    id: `capabilities/${may}/${resource}`,
    title: `${resource}: who may ${may}, can; who may not, is refused`,
    needs,
    run: async (kit) => {
      const allowed = (await kit.adapter.capabilities())[resource]?.[may] === true;
      const there = typeof kit.adapter[method] === 'function';
      holds(there || !allowed, `who may ${may} ${resource} has ${method}()`, 'no such method');
      if (allowed) await call(kit);
      else if (there) await refused(() => call(kit), OFF, `${method}() is refused where capabilities say so`);
    },
  });

const WITH_WRITES: readonly Resource[] = RESOURCE_WRITES.map(({ resource }) => resource);

/** Which methods a feature is nothing without. */
const FEATURE_METHODS: Readonly<Partial<Record<keyof NonNullable<Capabilities['features']>, readonly Method[]>>> = {
  changes: ['previewChange', 'changeSubscription', 'undoScheduledChange'],
  changeWithoutQuote: ['changeSubscription'],
  payInvoice: ['payInvoice'],
  vaults: ['createSetupSession', 'getSetup', 'attachPaymentMethod'],
  backups: ['setPaymentRoles'],
  contactTopics: ['addContact'],
  alertKinds: ['saveAlertPreferences'],
  alertMeasures: ['saveAlertPreferences'],
  idempotency: ['findOutcome'],
};

const ABSENT: Readonly<Record<ChangeKind, SubscriptionChange>> = {
  plan: { kind: 'plan', plan: 'any' },
  'add-ons': { kind: 'add-ons', addOns: [], consents: {} },
  cancel: { kind: 'cancel', reason: '' },
  pause: { kind: 'pause', until: null },
  resume: { kind: 'resume' },
};

/** Each kind of change: quoted where it is offered, refused where it is not. */
const offered = (kind: ChangeKind): Definition => {
  const sample = SAMPLE_CHANGES.find(({ needs }) => needs.includes(`changes.${kind}`));
  const without = (sample?.needs ?? []).filter((need) => need.startsWith('facts.'));
  return define({
    id: `capabilities/changes/${kind}`,
    title: `a change of kind ${kind} is quoted if, and only if, it is offered`,
    needs: ['previewChange', 'facts.subscription', ...without],
    run: async (kit) => {
      const { adapter, facts, features } = kit;
      if (features.changes?.includes(kind) && sample) {
        await adapter.previewChange(facts.subscription, await sample.prepare(kit));
        return;
      }
      const refusal = { kind: ['unsupported', 'forbidden', 'validation'] } as const;
      const attempt = (): Promise<unknown> => adapter.previewChange(facts.subscription, ABSENT[kind]);
      await refused(attempt, refusal, 'what is not offered is not quoted');
    },
  });
};

/** That a back end does what it says, and nothing that it denies. */
export const CAPABILITY_CHECKS: readonly Definition[] = [
  ...RESOURCE_READS.map((call) => truthful('read', call)),
  ...RESOURCE_WRITES.map((call) => truthful('write', call)),
  ...(['plan', 'add-ons', 'cancel', 'pause', 'resume'] as const).map(offered),
  define({
    id: 'capabilities/reasons',
    title: 'what is off says why, and what is on says nothing',
    needs: [],
    run: async ({ adapter }) => {
      const capabilities = await adapter.capabilities();
      for (const resource of WITH_WRITES) {
        const access = capabilities[resource];
        if (!access) continue;
        const on = access.read && access.write;
        holds((access.reason === '') === on, `${resource}: what is off says why, and what is on says nothing`, access);
      }
    },
  }),
  define({
    id: 'capabilities/features',
    title: 'a feature has its methods',
    needs: [],
    run: async ({ adapter }) => {
      const features: Readonly<Record<string, unknown>> = { ...(await adapter.capabilities()).features };
      for (const [feature, methods] of Object.entries(FEATURE_METHODS)) {
        const value = features[feature];
        if (value === undefined || value === false || (Array.isArray(value) && value.length === 0)) continue;
        const missing = methods.find((method) => typeof adapter[method] !== 'function');
        holds(missing === undefined, `features.${feature} has its methods`, `no ${missing}()`);
      }
    },
  }),
  define({
    id: 'capabilities/vaults',
    title: 'a session can be had for every vault that is offered',
    needs: ['createSetupSession', 'features.vaults'],
    run: async ({ adapter, features, key }) => {
      for (const vault of features.vaults) {
        const session = await adapter.createSetupSession(vault, { idempotencyKey: key() });
        conforms(setupSessionSchema, session, `the session for ${vault}`);
        holds(session.vault === vault, 'a session is for the vault that was asked for', session.vault, vault);
      }
    },
  }),
];
