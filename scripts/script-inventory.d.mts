import type { Plugin } from 'vite';

export interface ListedScript {
  readonly path: string;
  readonly purpose: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha384: string;
}

export declare function scriptInventory(): Plugin;
export declare function inventoryOf(dir: string): ListedScript[];
export declare function inventoryFault(dir: string): string | undefined;
