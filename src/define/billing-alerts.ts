import './context-root.js';
import { BillingAlerts } from '../elements/billing-alerts.js';
import { define } from './define.js';

define('billing-alerts', BillingAlerts);
