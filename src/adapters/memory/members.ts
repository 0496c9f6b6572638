import type { Member, NewMember } from '../../api/index.js';
import { personOf } from './people-input.js';
import { found, needField, needState, needVersion } from './refuse.js';
import { newId, replaced, todayOf, type State } from './state.js';

const RIGHTS: readonly string[] = ['manage-users', 'edit-payment'];

/** Invites a user. Throws `validation`: an e-mail address is a user name, so there is one of each. */
export function inviteMember(state: State, member: NewMember): Member {
  const invited: Member = {
    id: newId(state, 'usr'),
    version: '1',
    ...checked(state, member),
    role: 'user',
    status: 'invited',
    invitedOn: todayOf(state),
    you: false,
  };
  state.members = [...state.members, invited];
  return invited;
}

/** Invites again whoever has not joined. Throws `conflict` for who has. */
export function resendInvitation(state: State, id: string, ifVersion?: string): Member {
  const member = neededMember(state, id, ifVersion);
  needState(member.status === 'invited', 'already-joined', 'This user has joined already.');
  return saved(state, { ...member, invitedOn: todayOf(state) });
}

/** Changes all that a form gives. Throws `not-found`, `stale-version` or `validation`. */
export function saveMember(state: State, id: string, member: NewMember, ifVersion?: string): Member {
  const before = neededMember(state, id, ifVersion);
  return saved(state, { ...before, ...checked(state, member, id) });
}

/** Takes a user or an invitation away: never oneself, never the last admin. */
export function removeMember(state: State, id: string, ifVersion?: string): void {
  const member = neededMember(state, id, ifVersion);
  needState(!member.you, 'own-membership', 'You can’t remove yourself.');
  const admins = state.members.filter(({ role }) => role === 'admin');
  needState(member.role !== 'admin' || admins.length > 1, 'last-admin', 'The last admin can’t be removed.');
  state.members = state.members.filter((each) => each !== member);
}

function neededMember(state: State, id: string, ifVersion?: string): Member {
  const member = found(state.members, id, 'user');
  needVersion(ifVersion, member.version);
  return member;
}

function saved(state: State, member: Member): Member {
  const next = { ...member, version: String(Number(member.version) + 1) };
  state.members = replaced(state.members, next);
  return next;
}

function checked(state: State, { products, rights, ...person }: NewMember, id?: string): NewMember {
  const own = personOf(person, 'email');
  const name = own.email.toLowerCase();
  const taken = state.members.some((each) => each.id !== id && each.email.toLowerCase() === name);
  needField(!taken, 'email', 'taken', 'This e-mail address is in use.');
  const known = products.every((product) => state.subscriptions.some((each) => each.id === product));
  needField(known, 'products', 'unknown-product', 'There is no such product.');
  needField(
    rights.every((right) => RIGHTS.includes(right)),
    'rights',
    'unknown-right',
    'There is no such right.',
  );
  return { ...own, products: [...products], rights: [...rights] };
}
