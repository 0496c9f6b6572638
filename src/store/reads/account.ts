import { accountSchema, capabilitiesSchema, type Account, type Capabilities } from '../../api/index.js';
import { readOne, type Read } from './read.js';

/** What the user may see and do. */
export const readCapabilities = (): Read<Capabilities> =>
  readOne(['capabilities'], 'capabilities', capabilitiesSchema, (adapter, options) => adapter.capabilities(options));

/** The account of the session. */
export const readAccount = (): Read<Account> =>
  readOne(['account'], 'getAccount', accountSchema, (adapter, options) => adapter.getAccount(options));
