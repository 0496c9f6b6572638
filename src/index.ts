export type * from './api/index.js';
export { BillingError } from './api/index.js';
export { AddOns } from './elements/add-ons.js';
export { AccountUsers } from './elements/account-users.js';
export { MemberRemoveEvent, MemberSaveEvent } from './elements/account-users.events.js';
export { BillingAlerts } from './elements/billing-alerts.js';
export { AlertsSaveEvent } from './elements/billing-alerts.events.js';
export { BillingContacts } from './elements/billing-contacts.js';
export { ContactRemoveEvent, ContactSaveEvent } from './elements/billing-contacts.events.js';
export { BillingElement, type ElementState } from './elements/billing-element.js';
export { BillingPortal } from './elements/billing-portal.js';
export { BillingSummary } from './elements/billing-summary.js';
export {
  BillingErrorEvent,
  ChangedEvent,
  DetailChangeEvent,
  SessionExpiredEvent,
  TabOpenEvent,
  type TabName,
} from './elements/events.js';
export { InvoiceDetail } from './elements/invoice-detail.js';
export { InvoiceList } from './elements/invoice-list.js';
export { InvoiceOpenEvent, InvoicePayEvent } from './elements/invoice-list.events.js';
export { NextInvoice } from './elements/next-invoice.js';
export { PaymentMethods } from './elements/payment-methods.js';
export {
  PaymentMethodAddEvent,
  PaymentMethodRemoveEvent,
  PaymentRolesChangeEvent,
} from './elements/payment-methods.events.js';
export { PlanPicker } from './elements/plan-picker.js';
export { ChangeUndoEvent, SubscriptionChangeEvent } from './elements/quote-flow.events.js';
export { SubscriptionList } from './elements/subscription-list.js';
export { UsageGraph } from './elements/usage-graph.js';
export type { UsageGraphData, UsageGraphDay, UsageGraphOutlook } from './elements/usage-graph.types.js';
export { UsageReport } from './elements/usage-report.js';
export type { Catalogue, Message, MessageKey } from './locale/catalogue.js';
export { registerMessages } from './locale/messages.js';
export { storeContext } from './store/context.js';
export type { StoreOptions } from './store/options.js';
export { keepIn, type KeeperStorage, type Persistence } from './store/persistence.js';
export { BillingStore, storeFor } from './store/store.js';
