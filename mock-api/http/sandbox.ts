import * as v from 'valibot';
import { BillingError, type Schema } from '../../src/api/index.js';
import { instant, name } from '../../src/api/formats.js';
import type { Asked } from './asked.js';
import type { PlannedFault } from './faults.js';
import type { Route } from './routes.js';
import type { Serving } from './serving.js';

/** What a back end in memory lets a test do to it. */
export interface SandboxControl {
  now: string;
  endMonth(): unknown;
  outbox(): unknown;
  addUsage(subscription: string, records: never): unknown;
  confirmSetup(setup: string, token: string): unknown;
  writes(): unknown;
}

const planned: Schema<PlannedFault[]> = v.array(
  v.object({
    method: v.exactOptional(v.string()),
    path: v.exactOptional(v.string()),
    times: v.exactOptional(v.number()),
    fault: v.string(),
  }),
);

const usage = v.object({ subscription: name, records: v.array(v.unknown()) });

const route = (method: Route['method'], path: string, call: (asked: Asked) => unknown): Route => ({
  method,
  path: `/sandbox/${path}`,
  call: (_, asked) => Promise.resolve(call(asked)),
  writes: false,
  needsKey: false,
  needsVersion: false,
  status: 200,
});

/** The paths of the mock alone. No back end has them, and no part of the contract is among them. */
export const sandboxRoutes = ({ faults }: Serving, control: () => SandboxControl): readonly Route[] => [
  route('post', 'setups/:id', ({ param, body }) =>
    control().confirmSetup(param('id'), body(v.object({ token: name })).token),
  ),
  route('get', 'clock', () => ({ now: control().now })),
  route('put', 'clock', ({ body }) => {
    control().now = body(v.object({ now: instant })).now;
    return { now: control().now };
  }),
  route('post', 'month-end', () => ({ invoice: control().endMonth() })),
  route('get', 'outbox', () => control().outbox()),
  route('post', 'usage', ({ body }) => {
    const { subscription, records } = body(usage);
    control().addUsage(subscription, records as never);
  }),
  route('get', 'writes', () => control().writes()),
  route('get', 'faults', () => faults.planned),
  route('put', 'faults', ({ body }) => {
    faults.planned = body(planned);
    return faults.planned;
  }),
  route('delete', 'faults', () => {
    faults.planned = [];
  }),
];

/** The control of a target. Throws `unsupported` for a back end that has none. */
export function controlOf(target: object): SandboxControl {
  if ('control' in target) return target.control as SandboxControl;
  throw new BillingError('unsupported', 'this back end can not be steered', { code: 'no-control' });
}
