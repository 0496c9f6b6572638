import './context-root.js';
import { AccountUsers } from '../elements/account-users.js';
import { define } from './define.js';

define('account-users', AccountUsers);
