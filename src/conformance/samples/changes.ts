import type { SubscriptionChange } from '../../api/index.js';
import { givenAll, type Kit, type Need } from '../needs.js';
import { COMMIT, commit, droppingOf, purchaseOf } from './subscriptions.js';

/** One good change of a subscription. */
export interface SampleChange {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly prepare: (kit: Kit<Need>) => SubscriptionChange | Promise<SubscriptionChange>;
}

const sample = <N extends Need>(
  name: string,
  needs: readonly N[],
  prepare: (kit: Kit<N>) => SubscriptionChange | Promise<SubscriptionChange>,
): SampleChange => ({ name, needs: ['previewChange', 'facts.subscription', ...needs], prepare: givenAll(prepare) });

/** Every way to change a subscription, in both directions. */
export const SAMPLE_CHANGES: readonly SampleChange[] = [
  sample('upgrade', ['changes.plan', 'facts.upgrade'], ({ facts }) => ({ kind: 'plan', plan: facts.upgrade })),
  sample('downgrade', ['changes.plan', 'facts.downgrade'], ({ facts }) => ({ kind: 'plan', plan: facts.downgrade })),
  sample('buy-add-on', ['changes.add-ons', 'listAddOns', 'facts.subscription', 'facts.addOn'], purchaseOf),
  sample('drop-add-on', ['changes.add-ons', 'facts.subscription', 'facts.ownedAddOn'], droppingOf),
  sample('cancel', ['changes.cancel'], () => ({ kind: 'cancel', reason: 'too-expensive' })),
  sample('pause', ['changes.pause'], () => ({ kind: 'pause', until: null })),
  sample('resume', ['changes.pause', 'changes.resume', ...COMMIT], async (kit) => {
    await commit(kit, { kind: 'pause', until: null });
    return { kind: 'resume' };
  }),
];
