import { subscriptionSchema } from '../../api/index.js';
import { SAMPLE_CHANGES, type SampleChange } from './changes.js';
import { agreed, bookOf, COMMIT, commit, oneMore, quoteFor, subscriptionOf } from './subscriptions.js';
import { sampleWrite, type SampleWrite } from './write.js';

/** A quoted change, ready to be committed. With another total it is another payload. */
const committing = ({ name, needs, prepare }: SampleChange): SampleWrite =>
  sampleWrite({
    name,
    needs: [...COMMIT, ...needs],
    answer: subscriptionSchema,
    versioned: true,
    prepare: async (kit) => {
      const { adapter, facts } = kit;
      const change = await prepare(kit);
      const { version } = await subscriptionOf(kit);
      const agreement = agreed(await quoteFor(kit, change));
      const other = { ...agreement, total: oneMore(agreement.total) };
      return {
        version,
        state: () => bookOf(kit),
        send: (options) => adapter.changeSubscription(facts.subscription, agreement, options),
        sendOther: (options) => adapter.changeSubscription(facts.subscription, other, options),
      };
    },
  });

/** Takes a cancellation back; the other payload takes back a pause. */
const undo = sampleWrite({
  name: 'undo',
  needs: [...COMMIT, 'changes.cancel', 'undoScheduledChange'],
  answer: subscriptionSchema,
  versioned: true,
  prepare: async (kit) => {
    const { adapter, facts } = kit;
    const { version } = await commit(kit, { kind: 'cancel', reason: 'too-expensive' });
    return {
      version,
      state: () => bookOf(kit),
      send: (options) => adapter.undoScheduledChange(facts.subscription, 'cancel', options),
      sendOther: (options) => adapter.undoScheduledChange(facts.subscription, 'pause', options),
    };
  },
});

/** Every way to change a subscription. */
export const SUBSCRIPTION_WRITES: readonly SampleWrite[] = [...SAMPLE_CHANGES.map(committing), undo];
