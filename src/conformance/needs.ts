import type { BillingAdapter, Capabilities, ChangeKind, Features } from '../api/index.js';
import { ACCESS } from './access.js';
import type { Control, Facts, Method, ScenarioController } from './scenario.js';

/**
 * What a check can't be made without: a method that the user may call, a feature, a kind of change, a fact of the
 * account, or something that the test back end can do.
 */
export type Need =
  Method | `features.${keyof Features}` | `changes.${ChangeKind}` | `facts.${keyof Facts}` | `scenario.${Control}`;

type Named<Prefix extends string, Name extends string, N extends Need> = Extract<
  Name,
  N extends `${Prefix}.${infer Rest}` ? Rest : never
>;

/** What a check works with; what it needs is there. */
export interface Kit<N extends Need> {
  readonly adapter: BillingAdapter & Required<Pick<BillingAdapter, Extract<N, Method>>>;
  readonly features: Features & Required<Pick<Features, Named<'features', keyof Features, N>>>;
  readonly facts: Facts & Required<Pick<Facts, Named<'facts', keyof Facts, N>>>;
  readonly scenario: ScenarioController & Required<Pick<ScenarioController, Named<'scenario', Control, N>>>;
  /** A second adapter of the same account, as another page would have it. */
  readonly another: () => Promise<Kit<N>['adapter']>;
  /** An idempotency key that was never used. */
  readonly key: () => string;
  /** Whether something is there that is not needed. */
  readonly can: (need: Need) => boolean;
}

/**
 * A function that works with a few things, as one that is given all. That the larger kit is a smaller one too is plain,
 * but TypeScript doesn't see it while `N` is open.
 */
export const givenAll = <N extends Need, Rest extends unknown[], R>(
  run: (kit: Kit<N>, ...rest: Rest) => R,
): ((kit: Kit<Need>, ...rest: Rest) => R) => run as unknown as (kit: Kit<Need>, ...rest: Rest) => R;

/** What is there to work with, before anything is known to be there. */
export interface Offer {
  readonly adapter: BillingAdapter;
  readonly capabilities: Capabilities;
  readonly scenario: ScenarioController;
}

/** Why a need is not met, in words; `undefined` when it is. */
export function unmet(need: Need, { adapter, capabilities, scenario }: Offer): string | undefined {
  const [kind, name = ''] = need.split('.');
  const facts: Readonly<Record<string, unknown>> = { ...scenario.facts };
  const features: Readonly<Record<string, unknown>> = { ...capabilities.features };
  switch (kind) {
    case 'facts':
      return facts[name] === undefined ? `the scenario has no ${need}` : undefined;
    case 'scenario':
      return scenario[name as Control] ? undefined : `the scenario controller has no ${name}()`;
    case 'features':
      return isOn(features[name]) ? undefined : `capabilities().${need} is off`;
    case 'changes':
      return capabilities.features?.changes?.includes(name) ? undefined : `features.changes has no '${name}'`;
    default:
      return unmetMethod(need as Method, adapter, capabilities);
  }
}

const isOn = (feature: unknown): boolean => (Array.isArray(feature) ? feature.length > 0 : feature === true);

function unmetMethod(method: Method, adapter: BillingAdapter, capabilities: Capabilities): string | undefined {
  if (typeof adapter[method] !== 'function') return `the adapter has no ${method}()`;
  const access = ACCESS[method];
  if (access === null || capabilities[access[0]]?.[access[1]]) return undefined;
  return `capabilities().${access[0]}.${access[1]} is not true`;
}
