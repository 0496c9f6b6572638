import type { BackendChange, Resource, WriteOptions } from '../../api/index.js';
import { saveAlerts } from './alert-choices.js';
import type { Backend } from './backend.js';
import { commitChange, undoChange } from './changes.js';
import { addContact, removeContact, saveContact } from './contacts.js';
import { inviteMember, removeMember, resendInvitation, saveMember } from './members.js';
import { attachMethod, removeMethod, setRoles } from './methods.js';
import { payInvoice } from './payments.js';
import type { Contract } from './reads.js';
import { openSession } from './setups.js';
import type { State } from './state.js';

/** One method: its name, what it was given, and what it does; `run` gets the version that the user saw. */
type Write = <T>(
  what: keyof Contract,
  payload: readonly unknown[],
  options: WriteOptions,
  run: (state: State, ifVersion: string | undefined) => T,
) => Promise<T>;

const BILLED: readonly Resource[] = ['subscriptions', 'plans', 'add-ons', 'invoices', 'usage'];

/** Everything that is written. */
export function writesOf(
  backend: Backend,
): ReturnType<typeof changeWrites> & ReturnType<typeof paymentWrites> & ReturnType<typeof peopleWrites> {
  const writer =
    (change: BackendChange): Write =>
    (what, payload, options, run) =>
      backend.write({ what, payload, run: (state) => run(state, options.ifVersion) }, options, change);
  return { ...changeWrites(writer), ...paymentWrites(writer), ...peopleWrites(writer) };
}

/** Writes after which the named resources have to be read again. */
type Writer = (change: BackendChange) => Write;

function changeWrites(writer: Writer): Pick<Contract, 'changeSubscription' | 'undoScheduledChange'> {
  const write = (subscription: string): Write => writer({ resources: BILLED, subscription });
  return {
    changeSubscription: (id, agreed, options) =>
      write(id)('changeSubscription', [id, agreed], options, (state, seen) => commitChange(state, id, agreed, seen)),
    undoScheduledChange: (id, kind, options) =>
      write(id)('undoScheduledChange', [id, kind], options, (state, seen) => undoChange(state, id, kind, seen)),
  };
}

function paymentWrites(
  writer: Writer,
): Pick<
  Contract,
  'payInvoice' | 'createSetupSession' | 'attachPaymentMethod' | 'setPaymentRoles' | 'removePaymentMethod'
> {
  const write = writer({ resources: ['payment-methods'] });
  return {
    payInvoice: (id, payment, options) =>
      writer({ resources: ['invoices', 'subscriptions'] })('payInvoice', [id, payment], options, (state) =>
        payInvoice(state, id, payment),
      ),
    createSetupSession: (vault, options) =>
      writer({ resources: [] })('createSetupSession', [vault], options, (state) => openSession(state, vault)),
    attachPaymentMethod: (method, options) =>
      write('attachPaymentMethod', [method], options, (state) => attachMethod(state, method)),
    setPaymentRoles: (roles, options) =>
      write('setPaymentRoles', [roles], options, (state, seen) => setRoles(state, roles, seen)),
    removePaymentMethod: (id, replacement, options) =>
      write('removePaymentMethod', [id, replacement], options, (state, seen) =>
        removeMethod(state, id, replacement, seen),
      ),
  };
}

function peopleWrites(
  writer: Writer,
): Pick<
  Contract,
  | 'addContact'
  | 'saveContact'
  | 'removeContact'
  | 'saveAlertPreferences'
  | 'inviteMember'
  | 'resendInvitation'
  | 'saveMember'
  | 'removeMember'
> {
  const [contacts, members] = [writer({ resources: ['contacts'] }), writer({ resources: ['members'] })];
  const alerts = writer({ resources: ['alerts'] });
  return {
    addContact: (contact, options) => contacts('addContact', [contact], options, (state) => addContact(state, contact)),
    saveContact: (id, contact, options) =>
      contacts('saveContact', [id, contact], options, (state, seen) => saveContact(state, id, contact, seen)),
    removeContact: (id, options) =>
      contacts('removeContact', [id], options, (state, seen) => removeContact(state, id, seen)),
    saveAlertPreferences: (choices, options) =>
      alerts('saveAlertPreferences', [choices], options, (state, seen) => saveAlerts(state, choices, seen)),
    inviteMember: (member, options) =>
      members('inviteMember', [member], options, (state) => inviteMember(state, member)),
    resendInvitation: (id, options) =>
      members('resendInvitation', [id], options, (state, seen) => resendInvitation(state, id, seen)),
    saveMember: (id, member, options) =>
      members('saveMember', [id, member], options, (state, seen) => saveMember(state, id, member, seen)),
    removeMember: (id, options) =>
      members('removeMember', [id], options, (state, seen) => removeMember(state, id, seen)),
  };
}
