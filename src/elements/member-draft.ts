import type { Member, NewMember, Right } from '../api/index.js';
import { checkPerson, type Checked, type PersonErrors } from './person-check.js';
import type { PersonDraft } from './person-editor.js';

/** A user while they are edited; a new one is invited. */
export interface MemberDraft extends NewMember, PersonDraft {}

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
): Promise<Checked<NewMember>> {
  const { sent, errors } = await checkPerson({ name, email, phone }, region);
  const missing: PersonErrors = sent.email === '' ? { email: 'field.required' } : {};
  return { sent: { ...sent, products, rights }, errors: { ...missing, ...errors } };
}
