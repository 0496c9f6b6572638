import type { PaymentMethod, Vault, VaultOptions } from '../api/index.js';
import type { LanguageTag } from '../locale/intl.js';
import type { BillingStore } from '../store/store.js';
import { CardForm } from './payment-methods.card-form.js';

/** `asking`: the user is back from the bank's page · `open`: to be filled in · `verified`: to be added. */
export type AddingPhase = 'closed' | 'asking' | 'open' | 'verifying' | 'verified';

/** What is said in the dialog. */
export interface AddingNotice {
  readonly tone: 'info' | 'negative';
  readonly text: string;
}

/** Where the focus goes. */
export type AddingFocus = 'fault' | 'postal-code' | 'primary';

/** What the element gives, and what it does. */
export interface AddingSeams {
  readonly store: () => BillingStore | undefined;
  readonly tag: () => LanguageTag;
  /** The one to use; `undefined` where there is none. */
  readonly vault: () => Vault | undefined;
  readonly methods: () => readonly PaymentMethod[];
  /** How the card's fields are to be. */
  readonly look: () => Pick<VaultOptions, 'style' | 'dir' | 'labels'>;
  /** How long to wait for them. */
  readonly patienceMs: () => number;
  readonly focus: (where: AddingFocus) => void;
  /** It is on file; which one it is isn't known where the answer was lost. `wasOpen`: the user has just added it. */
  readonly added: (method: PaymentMethod | undefined, wasOpen: boolean) => void;
  /** The bank hasn't said yes to a user who was there. */
  readonly declined: (said: string) => void;
}

/** All that is known of it. */
export interface AddingState {
  readonly phase: AddingPhase;
  readonly form: CardForm;
  readonly notice: AddingNotice | undefined;
  /** The card's fields can't be had. */
  readonly isBroken: boolean;
  /** How many cards were refused. */
  readonly tries: number;
  /** The setup that the user came back with from the bank's page. */
  readonly returned: string | undefined;
}

export const CLOSED: AddingState = {
  phase: 'closed',
  form: CardForm.empty(),
  notice: undefined,
  isBroken: false,
  tries: 0,
  returned: undefined,
};
