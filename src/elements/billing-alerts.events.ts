import type { AlertChoices } from '../api/index.js';

/** Choices of alerts are to be saved; they are unless the host prevents it. */
export class AlertsSaveEvent extends Event {
  static readonly type = 'billing-alerts-save';

  constructor(
    /** All of them, with what has just been changed. */
    readonly choices: AlertChoices,
  ) {
    super(AlertsSaveEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'billing-alerts-save': AlertsSaveEvent;
  }
}
