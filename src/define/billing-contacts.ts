import './context-root.js';
import { BillingContacts } from '../elements/billing-contacts.js';
import { define } from './define.js';

define('billing-contacts', BillingContacts);
