import type { Message } from '../catalogue.js';

/** What the portal and the parts that all widgets share say, in English. */
export const portalTexts = {
  'portal.tabs': 'Billing',
  'portal.failed': 'We couldn’t load this part of the page.',
  'tab.summary': 'Summary',
  'tab.plan': 'Plan',
  'tab.usage': 'Usage',
  'tab.invoices': 'Invoices',
  'tab.payment-methods': 'Payment methods',
  'tab.contacts': 'Contacts',
  'tab.add-ons': 'Add-ons',
  'tab.subscriptions': 'Subscriptions',
  'tab.users': 'Users',
  'tab.alerts': 'Alerts',
} as const satisfies Readonly<Record<string, Message>>;
