import type { Resource } from '../api/index.js';
import type { Topic } from './reads/read.js';

/** The reads in which a resource appears, beside those that have its name. */
const ALSO: Readonly<Partial<Record<Resource, readonly Topic[]>>> = {
  subscriptions: ['account', 'plans', 'add-ons', 'usage', 'next-invoice'],
  plans: ['next-invoice'],
  'add-ons': ['subscriptions', 'next-invoice'],
  usage: ['next-invoice'],
  'usage-records': ['usage', 'next-invoice'],
  invoices: ['account'],
};

const RESOURCES: ReadonlySet<unknown> = new Set<Resource>([
  'subscriptions',
  'plans',
  'add-ons',
  'usage',
  'usage-records',
  'invoices',
  'payment-methods',
  'contacts',
  'alerts',
  'members',
]);

/** What has to be read again when these resources have changed. */
export const topicsOf = (resources: readonly Resource[]): ReadonlySet<string> =>
  new Set(resources.flatMap((resource) => [resource, ...(ALSO[resource] ?? [])]));

/** The resources that we know, of whatever was sent. */
export const resourcesIn = (value: unknown): Resource[] =>
  Array.isArray(value) ? value.filter((each): each is Resource => RESOURCES.has(each)) : [];
