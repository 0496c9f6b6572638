import type { NameColumn, UsageColumns } from '../src/api/index.js';
import { knownCaller, stranger } from './callers.js';
import type { Call } from './calls.js';
import { seeded, type Random } from './random.js';

/** The first line is the best known one. Nobody has more lines than these. */
const FAME = [9, 8, 7, 6, 5, 4, 3, 2, 1];

/** Texts that repeat, each once. */
class Names {
  readonly names: string[] = [];
  readonly index: number[] = [];
  readonly #places = new Map<string, number>();

  add(name: string): void {
    let place = this.#places.get(name);
    if (place === undefined) {
      place = this.names.push(name) - 1;
      this.#places.set(name, place);
    }
    this.index.push(place);
  }
}

/** Calls as usage records, a column a field: what is known of a call is the same whenever it is made. */
export class RecordColumns {
  readonly #id: string[] = [];
  readonly #startedAt: number[] = [];
  readonly #recordedSeconds: number[] = [];
  readonly #agentSeconds: number[] = [];
  readonly #quantity: number[] = [];
  readonly #kind = new Names();
  readonly #line = new Names();
  readonly #caller = new Names();
  readonly #callerName = new Names();
  readonly #charge = new Names();
  readonly #notBilled = new Names();

  add(call: Call): void {
    const { id, stream, lines, quantity, startedAt } = call;
    const random = seeded(id);
    const { number, name } = stream.notBilled ? stranger(random) : knownCaller(random);
    this.#id.push(id);
    this.#startedAt.push(startedAt / 1000);
    this.#line.add(lines[random.weighted(FAME.slice(-lines.length))] ?? '');
    this.#caller.add(number);
    this.#callerName.add(name);
    this.#kind.add(stream.kind);
    this.#addClocks(call, random);
    this.#charge.add(stream.charge ?? '');
    this.#quantity.push(quantity);
    this.#notBilled.add(stream.notBilled ?? '');
  }

  done(): UsageColumns {
    return {
      count: this.#id.length,
      next: null,
      id: this.#id,
      startedAt: this.#startedAt,
      recordedSeconds: this.#recordedSeconds,
      agentSeconds: this.#agentSeconds,
      quantity: this.#quantity,
      kind: plain(this.#kind),
      line: plain(this.#line),
      caller: plain(this.#caller),
      callerName: plain(this.#callerName),
      charge: plain(this.#charge),
      notBilled: plain(this.#notBilled),
    };
  }

  /** Billable is the longer of the two; it is now the recording, now the agent. */
  #addClocks({ stream, startedAt, endedAt }: Call, random: Random): void {
    const longer = (endedAt - startedAt) / 1000;
    const answered = stream.kind === 'operator' && stream.notBilled === null;
    const shorter = answered ? Math.max(0, longer - random.int(0, 9)) : 0;
    const recorded = !answered || random.int(0, 1) === 0;
    this.#recordedSeconds.push(recorded ? longer : shorter);
    this.#agentSeconds.push(recorded ? shorter : longer);
  }
}

/** Plain JSON, without the map that helped. */
const plain = ({ names, index }: Names): NameColumn => ({ names, index });
