import { BillingError } from '../../api/index.js';

/** One event of a stream. */
export interface ServerEvent {
  /** `message` where the stream doesn't say. */
  readonly type: string;
  readonly data: string;
}

/** No event of ours is near this long: a line without an end must not fill the memory. */
const LONGEST = 1_000_000;

/** Cuts the text of a `text/event-stream` into events, however it arrives (HTML standard, section 9.2.6). */
export class EventParser {
  #rest = '';
  #type = '';
  #data: string[] = [];

  /** The events that are complete with this piece. Throws `contract` for one that is too long. */
  push(text: string): ServerEvent[] {
    // A `\r` at the end may be the first half of a line's end.
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    const events = lines.flatMap((line) => this.#take(line));
    const size = this.#data.reduce((sum, line) => sum + line.length, this.#rest.length);
    if (size > LONGEST) throw new BillingError('contract', `an event is longer than ${LONGEST} characters`);
    return events;
  }

  #take(line: string): ServerEvent[] {
    if (line === '') return this.#dispatch();
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#type = value;
    return [];
  }

  #dispatch(): ServerEvent[] {
    const event = { type: this.#type || 'message', data: this.#data.join('\n') };
    const complete = this.#data.length > 0;
    this.#type = '';
    this.#data = [];
    return complete ? [event] : [];
  }
}
