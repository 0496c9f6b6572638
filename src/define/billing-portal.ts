import './billing-summary.js';
import './next-invoice.js';
import { BillingPortal } from '../elements/billing-portal.js';
import { define } from './define.js';

define('billing-portal', BillingPortal);
