import type { Setup, VaultResult } from '../../api/index.js';

const STATUSES: Readonly<Record<string, VaultResult['status']>> = { succeeded: 'succeeded', processing: 'processing' };

/** A setup as the provider's own script would tell of it. */
export const resultOf = ({ status, code, checks }: Setup): VaultResult => ({
  status: STATUSES[status] ?? 'failed',
  ...(status === 'expired' ? { code: 'setup-expired' } : code !== null && { code }),
  checks,
});
