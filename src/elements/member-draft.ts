import type { Member, NewMember, Right } from '../api/index.js';
import { checkPerson, type PersonErrors } from './person-check.js';

/** A user while they are edited; without an `id` it is an invitation. */
export interface MemberDraft extends NewMember {
  readonly id?: string;
  readonly version?: string;
}

/** What happens to a form, applied to how it stands by then. */
export type MemberEdit = (draft: MemberDraft) => MemberDraft;

/** An empty form. */
export const newMemberDraft: MemberDraft = { name: '', email: '', phone: '', products: [], rights: [] };

/** A user's own form. */
export const memberDraftOf = ({ id, version, name, email, phone, products, rights }: Member): MemberDraft => ({
  id,
  version,
  name,
  email,
  phone,
  products,
  rights,
});

/** The same with a product ticked or cleared. */
export const withProduct = (draft: MemberDraft, product: string, on: boolean): MemberDraft => ({
  ...draft,
  products: toggled(draft.products, product, on),
});

/** The same with a right ticked or cleared. */
export const withRight = (draft: MemberDraft, right: Right, on: boolean): MemberDraft => ({
  ...draft,
  rights: toggled(draft.rights, right, on),
});

const toggled = <T>(list: readonly T[], item: T, on: boolean): readonly T[] =>
  on ? [...list.filter((each) => each !== item), item] : list.filter((each) => each !== item);

/** What is sent, and what is wrong with it: the e-mail address is the user name. */
export async function checkMember(
  { name, email, phone, products, rights }: MemberDraft,
  region: string | undefined,
): Promise<{ readonly member: NewMember; readonly errors: PersonErrors }> {
  const { person, errors } = await checkPerson({ name, email, phone }, region);
  const missing: PersonErrors = person.email === '' ? { email: 'field.required' } : {};
  return { member: { ...person, products, rights }, errors: { ...missing, ...errors } };
}
