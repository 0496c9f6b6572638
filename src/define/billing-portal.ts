import './billing-summary.js';
import './next-invoice.js';
import { BillingPortal } from '../elements/billing-portal.js';
import { define } from './define.js';

BillingPortal.loaders = {
  invoices: () => import('./invoice-list.js'),
  plan: () => import('./plan-picker.js'),
  users: () => import('./account-users.js'),
  contacts: () => import('./billing-contacts.js'),
  usage: () => import('./usage-report.js'),
  'payment-methods': () => import('./payment-methods.js'),
  'add-ons': () => import('./add-ons.js'),
  subscriptions: () => import('./subscription-list.js'),
  alerts: () => import('./billing-alerts.js'),
};

define('billing-portal', BillingPortal);
