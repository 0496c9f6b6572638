import type { PageQuery } from '../../api/index.js';
import { define, type Definition } from '../define.js';
import { holds, refused, same } from '../expect.js';
import { SAMPLE_LISTS, type ListCall, type SampleList } from '../samples/lists.js';
import { allOf } from '../samples/pages.js';
import { addedContact, invitedMember } from '../samples/people.js';

/** Enough pages of one or two to see that they fit together; a month of records has thousands. */
const SOME = 10;

const idsOf = async (list: ListCall, limit: number, most = Infinity): Promise<string[]> =>
  (await allOf(full(list, limit), { limit, most })).map(({ id }) => id);

/** The list, each page looked at: no longer than asked for, and not empty when there is more. */
const full =
  (list: ListCall, limit: number): ListCall =>
  async (query) => {
    const page = await list(query);
    holds(page.items.length <= limit, 'a page has no more items than were asked for', page.items.length, limit);
    holds(page.items.length > 0 || page.next === null, 'a page with one after it is not empty', page);
    holds(page.next === null || page.next !== query.cursor, 'the next cursor is another one', page.next);
    return page;
  };

const whole = ({ name, needs, prepare }: SampleList): Definition =>
  define({
    id: `paging/whole/${name}`,
    title: `${name}() gives the same items in the same order, whatever the size of its pages`,
    needs,
    run: async (kit) => {
      const list = await prepare(kit);
      const all = await idsOf(list, 100);
      same(new Set(all).size, all.length, 'pages do not overlap');
      for (const limit of [1, 2]) {
        const first = (await idsOf(list, limit, SOME)).slice(0, SOME);
        same(first, all.slice(0, SOME), `pages of ${limit} make the same list as pages of 100`);
      }
    },
  });

const refusals = ({ name, needs, most, prepare }: SampleList): Definition =>
  define({
    id: `paging/refusals/${name}`,
    title: `${name}() refuses a size and a cursor that it doesn't know`,
    needs,
    run: async (kit) => {
      const list = await prepare(kit);
      const attempt = (query: PageQuery, field: RegExp): Promise<unknown> =>
        refused(() => list(query), { kind: 'validation', field }, `${name}(${JSON.stringify(query)}) is refused`);
      for (const limit of [0, -1, 1.5, most + 1]) await attempt({ limit }, /limit/);
      await attempt({ cursor: 'no-such-cursor' }, /cursor/);
    },
  });

/** Reads a page of one, does something, reads on: what was there before comes once each, in its order. */
async function readsOn(list: ListCall, meanwhile: () => Promise<unknown>): Promise<void> {
  const before = (await allOf(list)).map(({ id }) => id);
  const first = await list({ limit: 1 });
  holds(first.next !== null, 'the test account has two items at least', before);
  await meanwhile();
  const cursor = first.next ?? '';
  const rest = await allOf((query) => list({ cursor, ...query }), { limit: 1 });
  const read = [...first.items, ...rest].map(({ id }) => id);
  const old = read.filter((id) => before.includes(id));
  same(old, before, 'what is added while a list is read neither repeats nor hides an item');
}

/** Lists that come in pages. */
export const PAGING_CHECKS: readonly Definition[] = [
  ...SAMPLE_LISTS.map(whole),
  ...SAMPLE_LISTS.map(refusals),
  define({
    id: 'paging/stable/contacts',
    title: 'a contact that is added meanwhile shifts no page',
    needs: ['listContacts', 'addContact'],
    run: async (kit) => {
      await addedContact(kit, { email: 'first@conformance.example' });
      await addedContact(kit, { email: 'second@conformance.example' });
      await readsOn(
        (query) => kit.adapter.listContacts(query),
        () => addedContact(kit),
      );
    },
  }),
  define({
    id: 'paging/stable/members',
    title: 'a member who is invited meanwhile shifts no page',
    needs: ['listMembers', 'inviteMember'],
    run: async (kit) => {
      await invitedMember(kit, { email: 'first@conformance.example' });
      await readsOn(
        (query) => kit.adapter.listMembers(query),
        () => invitedMember(kit),
      );
    },
  }),
  define({
    id: 'paging/stable/invoices',
    title: 'an invoice that is issued meanwhile shifts no page',
    needs: ['listInvoices', 'scenario.endMonth'],
    run: async ({ adapter, scenario }) =>
      readsOn(
        (query) => adapter.listInvoices(query),
        async () => scenario.endMonth(),
      ),
  }),
];
