import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../scripts/demo.mjs';

test('SECURITY.md has the very header that the demo is served with', () => {
  const text = readFileSync(new URL('../../SECURITY.md', import.meta.url), 'utf8');
  const documented = /Content-Security-Policy:\n([^`]*)```/.exec(text)?.[1] ?? '';
  expect(documented.trim().split(/;\s+/)).toEqual(contentSecurityPolicy.split('; '));
});
