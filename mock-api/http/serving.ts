import { BillingError, type BillingAdapter } from '../../src/api/index.js';
import { kindOf, problemOf } from '../problem.js';
import { answerOf, responseOf, type Answer } from './answer.js';
import { askedOf, type Asked } from './asked.js';
import { eventStream } from './event-stream.js';
import { FaultPlan, type Fault } from './faults.js';
import { History } from './history.js';
import { KeyLedger } from './key-ledger.js';
import type { Route } from './routes.js';

/** How the mock serves a back end. */
export interface ServingOptions {
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
  /** Milliseconds between two signs of life of the event stream. */
  readonly heartbeatMs?: number;
  /** What goes wrong with the next requests. */
  readonly faults?: FaultPlan;
}

type Work = (fault: Fault) => Promise<Answer>;
type Params = Parameters<typeof askedOf>[1];

/** Serves one adapter: what is the same for all routes, and what goes wrong on purpose. */
export class Serving {
  readonly faults: FaultPlan;
  readonly #keys = new KeyLedger();
  readonly #history = new History();
  readonly #held: (() => void)[] = [];
  #requests = 0;

  constructor(
    readonly adapter: BillingAdapter,
    readonly options: ServingOptions,
  ) {
    this.faults = options.faults ?? new FaultPlan();
  }

  /** Answers a request, with its fault. `path` is what stands behind the base address. */
  async serve(request: Request, path: string, work: Work): Promise<Response> {
    const requestId = `req_${String(++this.#requests).padStart(6, '0')}`;
    try {
      const fault = this.faults.take(request.method, path, request.headers.get('x-fault'));
      const answer = await this.#worked(fault, work).catch((cause: unknown) => problemOf(cause));
      await this.#inTurn(fault);
      return fault.drop ? Response.error() : responseOf(fault.truncate ? halved(answer) : answer, requestId);
    } catch (cause) {
      return responseOf(problemOf(cause), requestId);
    }
  }

  /** What a route answers. */
  async answer(route: Route, request: Request, params: Params, fault: Fault): Promise<Answer> {
    const asked = await askedOf(request, params, route);
    const { idempotencyKey } = asked.write;
    if (route.writes)
      return this.#keys.once(idempotencyKey, asked.fingerprint, () =>
        this.#write(route, asked, fault).catch((cause: unknown) => problemOf(cause)),
      );
    const url = request.url;
    const old = fault.stale ? this.#history.before(url) : undefined;
    if (old) return old;
    await pause(fault.delay);
    const answer = await this.#read(route, asked);
    if (request.method === 'GET') this.#history.remember(url, answer);
    return answer;
  }

  /** The stream of what changes. */
  events(request: Request): Response {
    const { adapter, options } = this;
    if (!adapter.subscribe) return responseOf(problemOf(unsupported()), 'req_events');
    const stream = eventStream(
      (listener) => adapter.subscribe?.(listener) ?? (() => undefined),
      request.signal,
      options.heartbeatMs ?? 15_000,
    );
    const headers = {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'private, no-store',
      'Request-Id': 'req_events',
    };
    return new Response(stream, { headers });
  }

  /** An answer that is held goes a moment after the next one that isn't. */
  async #inTurn({ reorder }: Fault): Promise<void> {
    if (reorder) await new Promise<void>((resolve) => this.#held.push(resolve));
    else for (const release of this.#held.splice(0)) setTimeout(release, 10);
  }

  async #worked(fault: Fault, work: Work): Promise<Answer> {
    if (this.options.delayMs) await pause(this.options.delayMs);
    if (fault.status === undefined) return work(fault);
    await pause(fault.delay);
    const failure = new BillingError(kindOf(fault.status), 'a fault that was asked for', { code: 'injected' });
    const headers = fault.retryAfter === undefined ? {} : { 'Retry-After': fault.retryAfter };
    return { ...problemOf(failure, fault.status), headers };
  }

  async #write(route: Route, asked: Asked, fault: Fault): Promise<Answer> {
    await pause(fault.delay);
    const value = await called(route, this.adapter, asked);
    this.#history.written();
    return answerOf(value, route.status);
  }

  async #read(route: Route, asked: Asked): Promise<Answer> {
    const key = route.path === '/outcomes/:key' ? asked.param('key') : '';
    if (this.#keys.inFlight(key)) return answerOf({ key, status: 'in-flight' }, 200);
    return answerOf(await called(route, this.adapter, asked), route.status);
  }
}

function called(route: Route, adapter: BillingAdapter, asked: Asked): Promise<unknown> {
  const answer = route.call(adapter, asked);
  if (!answer) throw unsupported();
  return answer;
}

const unsupported = (): BillingError =>
  new BillingError('unsupported', 'this back end has no such operation', { code: 'no-such-operation' });

const halved = (answer: Answer): Answer => ({ ...answer, body: answer.body.slice(0, half(answer.body)) });

const half = (body: string | Blob): number => Math.floor((typeof body === 'string' ? body.length : body.size) / 2);

const pause = (ms: number): Promise<void> | undefined =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined;
