import type { ChangeKind, SubscriptionChange } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { differ, refused, same } from '../expect.js';
import { SAMPLE_CHANGES, type SampleChange } from '../samples/changes.js';
import { COMMIT, commit, subscriptionOf } from '../samples/subscriptions.js';

const UNDO = [...COMMIT, 'undoScheduledChange'] as const;

/** What waits for the next period, and can be taken back until then. */
const waiting = SAMPLE_CHANGES.filter(({ name }) => ['downgrade', 'drop-add-on', 'cancel', 'pause'].includes(name));

const takenBack = ({ name, needs, prepare }: SampleChange): Definition =>
  define({
    id: `undo/${name}`,
    title: `what ${name} has scheduled is taken back without a trace`,
    needs: [...UNDO, ...needs],
    run: async (kit) => {
      const before = await subscriptionOf(kit);
      const change: SubscriptionChange = await prepare(kit);
      const { version } = await commit(kit, change);
      const options = { idempotencyKey: kit.key(), ifVersion: version };
      const after = await kit.adapter.undoScheduledChange(kit.facts.subscription, change.kind, options);
      same(await subscriptionOf(kit), after, 'the list has the subscription as the write has answered it');
      same({ ...after, version: '' }, { ...before, version: '' }, 'what is taken back leaves nothing behind');
      differ(after.version, version, 'taking back is a change too');
    },
  });

const nothing = (kind: ChangeKind): Definition =>
  define({
    id: `undo/nothing/${kind}`,
    title: `where no ${kind} is scheduled, none can be taken back`,
    needs: ['undoScheduledChange', 'facts.subscription', `changes.${kind}`],
    run: async (kit) => {
      const before = await subscriptionOf(kit);
      const options = { idempotencyKey: kit.key(), ifVersion: before.version };
      const attempt = (): Promise<unknown> => kit.adapter.undoScheduledChange(before.id, kind, options);
      await refused(attempt, { kind: ['conflict', 'validation', 'not-found'] }, 'nothing is scheduled');
      same(await subscriptionOf(kit), before, 'a refused write changes nothing');
    },
  });

/** What has not taken effect yet, and is taken back. */
export const UNDO_CHECKS: readonly Definition[] = [
  ...waiting.map(takenBack),
  ...(['plan', 'add-ons', 'cancel', 'pause'] as const).map(nothing),
];
