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

/** Only a back end that says what the pause was before lets its end be taken back. */
const resumed = define({
  id: 'undo/resume',
  title: 'what has been resumed rests on when that is taken back, as it says',
  needs: [...UNDO, 'changes.pause', 'changes.resume', 'scenario.endMonth'],
  run: async (kit) => {
    await commit(kit, { kind: 'pause', until: null });
    await kit.scenario.endMonth();
    const before = await subscriptionOf(kit);
    const { version, pause } = await commit(kit, { kind: 'resume' });
    if (pause?.untilBefore === undefined) return;
    const options = { idempotencyKey: kit.key(), ifVersion: version };
    const after = await kit.adapter.undoScheduledChange(before.id, 'resume', options);
    same({ ...after, version: '' }, { ...before, version: '' }, 'what is taken back leaves nothing behind');
    same(after.pause?.until, pause.untilBefore, 'it rests until the day that it said');
  },
});

/** What has not taken effect yet, and is taken back. */
export const UNDO_CHECKS: readonly Definition[] = [
  ...waiting.map(takenBack),
  resumed,
  ...(['plan', 'add-ons', 'cancel', 'pause', 'resume'] as const).map(nothing),
];
