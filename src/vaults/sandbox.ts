import type { Setup, Vault, VaultField } from '../api/index.js';
import { SandboxField } from './sandbox/mounted.js';

/** What the sandbox needs of its page. */
export interface SandboxOptions {
  /** The stand-in of a payment provider: what comes of a setup when a test card, or an answer to the bank, is put in. */
  readonly processor: (setup: string, token: string) => Setup | Promise<Setup>;
  /**
   * Where the frame's script is served from, on the page's own origin: the file `billing-kit/vaults/sandbox-frame.js`.
   * The content security policy has to allow it (`script-src 'self'` does) and, where it restricts Trusted Types, the
   * policy `billing-kit-sandbox`.
   */
  readonly script: string;
  /** Leads to the bank's page and back. `location.assign`. */
  readonly navigate?: (url: string) => void;
  /** The frame stays empty, to see what a page does then. */
  readonly isSilent?: boolean;
}

/**
 * A vault for demos and tests: card fields in a frame of their own without an origin, which take the numbers that
 * providers document for tests and play what comes of them. Any other card number is wiped and refused.
 */
export function sandboxVault(options: SandboxOptions): Vault {
  return {
    name: 'sandbox',
    load: () => Promise.resolve(),
    mount: (target, how): VaultField => new SandboxField(target, how, options),
  };
}
