import type { Vault, VaultConfirmation, VaultField, VaultOptions, VaultResult } from '../../src/api/index.js';

/** What a test makes of a vault. */
export interface FakeVaultScript {
  readonly name?: string;
  readonly load?: () => Promise<void>;
  /** What comes of a card, one for each time that it is confirmed; the last one for all further times. */
  readonly results?: readonly ((confirmation: VaultConfirmation) => VaultResult | Promise<VaultResult>)[];
  readonly isSilent?: boolean;
}

/** Fields with a frame of their own, as a provider's are, that a test plays the user of. */
export class FakeField extends EventTarget implements VaultField {
  readonly frame: HTMLIFrameElement = document.createElement('iframe');
  readonly confirmations: VaultConfirmation[] = [];
  /** How often the frame's document was loaded. */
  loads = 0;
  focused = 0;
  isDestroyed = false;
  readonly #script: FakeVaultScript;

  constructor(
    readonly target: HTMLElement,
    readonly options: VaultOptions,
    script: FakeVaultScript,
  ) {
    super();
    this.#script = script;
    this.frame.title = options.labels.title;
    this.frame.addEventListener('load', () => (this.loads += 1));
    target.append(this.frame);
    if (!script.isSilent) queueMicrotask(() => this.dispatchEvent(new Event('ready')));
  }

  fill(complete = true): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { complete } }));
  }

  focus(): void {
    this.focused += 1;
    this.frame.focus();
  }

  clear(): void {
    this.fill(false);
  }

  async confirm(confirmation: VaultConfirmation): Promise<VaultResult> {
    this.confirmations.push(confirmation);
    const { results = [] } = this.#script;
    const result = results[Math.min(this.confirmations.length, results.length) - 1];
    return result ? result(confirmation) : { status: 'succeeded' };
  }

  destroy(): void {
    this.isDestroyed = true;
    this.frame.remove();
  }
}

/** A vault, with all the fields that it has mounted. */
export function fakeVault(script: FakeVaultScript = {}): Vault & { readonly fields: readonly FakeField[] } {
  const fields: FakeField[] = [];
  return {
    name: script.name ?? 'sandbox',
    fields,
    load: script.load ?? (() => Promise.resolve()),
    mount: (target, options) => {
      const field = new FakeField(target, options, script);
      fields.push(field);
      return field;
    },
  };
}
