import type { BillingAdapter, Capabilities } from '../api/index.js';
import { CHECKS } from './checks/index.js';
import type { Definition } from './define.js';
import { CheckSkipped, ConformanceError } from './errors.js';
import { within } from './expect.js';
import { unmet, type Kit, type Need, type Offer } from './needs.js';
import type { ScenarioController } from './scenario.js';

/** What is checked, and how its test back end is driven. */
export interface ConformanceOptions {
  /** Makes an adapter of the test account. Called after every reset, and once more where a check needs two pages. */
  readonly adapter: () => BillingAdapter | Promise<BillingAdapter>;
  readonly scenario: ScenarioController;
  /** Checks that shall not be made, by id, each with the reason. */
  readonly skip?: Readonly<Record<string, string>>;
}

/** One rule of the contract, ready to be tried. Checks run one after the other: they share the account. */
export interface Check {
  /** Topic and rule, stable: `idempotency/replay/add-contact`. */
  readonly id: string;
  /** What is true of an adapter that conforms. */
  readonly title: string;
  /** What it can't be made without: methods, and `features.`, `changes.`, `facts.` and `scenario.` by name. */
  readonly needs: readonly string[];
  /** Rejects with a `ConformanceError` when the rule doesn't hold, with `CheckSkipped` when it can't be tried. */
  readonly run: () => Promise<void>;
}

/** Every check of the contract, for one adapter. Throws a `RangeError` for a `skip` that names no check. */
export function conformance(options: ConformanceOptions): readonly Check[] {
  const unknown = Object.keys(options.skip ?? {}).find((id) => CHECKS.every((check) => check.id !== id));
  if (unknown !== undefined) throw new RangeError(`skip: there is no check '${unknown}'`);
  let capabilities: Promise<Capabilities> | undefined;
  const capabilitiesOf = (adapter: BillingAdapter): Promise<Capabilities> => (capabilities ??= ask(adapter));
  return CHECKS.map((definition) => ({
    id: definition.id,
    title: definition.title,
    needs: definition.needs,
    run: () => attempt(definition, options, capabilitiesOf),
  }));
}

/** Asked once for all checks: every reset brings the same account back. */
const ask = (adapter: BillingAdapter): Promise<Capabilities> => within(adapter.capabilities());

async function attempt(
  definition: Definition,
  { adapter: make, scenario, skip = {} }: ConformanceOptions,
  capabilitiesOf: (adapter: BillingAdapter) => Promise<Capabilities>,
): Promise<void> {
  const reason = skip[definition.id];
  if (reason !== undefined) throw new CheckSkipped(reason);
  await scenario.reset();
  try {
    const adapter = await make();
    const offer = { adapter, capabilities: await capabilitiesOf(adapter), scenario };
    const missing = definition.needs.map((need) => unmet(need, offer)).find((why) => why !== undefined);
    if (missing !== undefined) throw new CheckSkipped(missing);
    await definition.run(kitOf(offer, make));
  } catch (cause) {
    throw inOurWords(cause);
  }
}

// The one place where a type is claimed: `attempt` has looked at every need.
function kitOf(offer: Offer, another: ConformanceOptions['adapter']): Kit<Need> {
  const { adapter, capabilities, scenario } = offer;
  return {
    adapter: adapter as Kit<Need>['adapter'],
    features: { ...capabilities.features } as Kit<Need>['features'],
    facts: scenario.facts as Kit<Need>['facts'],
    scenario: scenario as Kit<Need>['scenario'],
    another: async () => (await another()) as Kit<Need>['adapter'],
    key: () => crypto.randomUUID(),
    can: (need) => unmet(need, offer) === undefined,
  };
}

/** What a check did not expect to be refused is a fault of the adapter too. */
function inOurWords(cause: unknown): unknown {
  if (cause instanceof ConformanceError || cause instanceof CheckSkipped) return cause;
  return new ConformanceError('a valid call is answered', 'an answer', cause, { cause });
}
