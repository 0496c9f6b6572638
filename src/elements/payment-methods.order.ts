import type { PaymentMethod, PaymentRoles } from '../api/index.js';

/** Who is charged, by the list. */
export const rolesOf = (methods: readonly PaymentMethod[]): PaymentRoles => ({
  default: methods.find(({ role }) => role === 'default')?.id ?? '',
  backups: methods.filter(({ role }) => role === 'backup').map(({ id }) => id),
});

/** Another default. The one before it is the first back-up, where the back end has back-ups. */
export function withDefault(roles: PaymentRoles, id: string, hasBackups: boolean): PaymentRoles {
  const before = roles.default === '' ? [] : [roles.default];
  return { default: id, backups: hasBackups ? [...before, ...roles.backups].filter((each) => each !== id) : [] };
}

/** One more back-up, behind the others. */
export const withBackup = (roles: PaymentRoles, id: string): PaymentRoles => ({
  ...roles,
  backups: [...roles.backups, id],
});

/** A back-up at another place, counted from 0; the same roles where there is no such place. */
export function movedTo(roles: PaymentRoles, id: string, place: number): PaymentRoles {
  if (place < 0 || place >= roles.backups.length || roles.backups[place] === id) return roles;
  const others = roles.backups.filter((each) => each !== id);
  return { ...roles, backups: [...others.slice(0, place), id, ...others.slice(place)] };
}

/** The list as it is with these roles. */
export function arranged(methods: readonly PaymentMethod[], roles: PaymentRoles): PaymentMethod[] {
  const order = [roles.default, ...roles.backups];
  const roleOf = (id: string): PaymentMethod['role'] => {
    if (id === roles.default) return 'default';
    return order.includes(id) ? 'backup' : 'unused';
  };
  const place = ({ id }: PaymentMethod): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return methods.map((each) => ({ ...each, role: roleOf(each.id) })).sort((a, b) => place(a) - place(b));
}
