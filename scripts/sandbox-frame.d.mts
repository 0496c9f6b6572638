import type { Plugin } from 'vite';

export declare function sandboxFrame(fileName?: string): Plugin;
