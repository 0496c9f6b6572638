import { givenAll, type Kit, type Need } from './needs.js';

/** A check before it knows its adapter. */
export interface Definition {
  readonly id: string;
  readonly title: string;
  readonly needs: readonly Need[];
  readonly run: (kit: Kit<Need>) => Promise<void>;
}

/** Writes a check down; it is given what it needs, and by type nothing else. */
export const define = <N extends Need>(definition: {
  /** Topic and rule, kebab-case: `idempotency/replay`. */
  readonly id: string;
  /** What is true of an adapter that conforms. */
  readonly title: string;
  readonly needs: readonly N[];
  readonly run: (kit: Kit<N>) => Promise<void>;
}): Definition => ({ ...definition, run: givenAll(definition.run) });
