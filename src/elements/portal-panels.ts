import { html, type TemplateResult } from 'lit';
import type { BillingAdapter, Resource, Vault } from '../api/index.js';
import type { TabName } from './events.js';

/** One part of the page: what a back end needs to serve it, and what shows it. */
export interface Panel {
  readonly name: TabName;
  readonly resource: Resource;
  readonly method: keyof BillingAdapter;
  /** `detail` is what is to be seen there; empty for the part as a whole. */
  readonly show: (locale: string | undefined, detail: string, vaults: readonly Vault[]) => TemplateResult;
}

/** All parts, in the order of their tabs. */
export const PANELS: readonly Panel[] = [
  {
    name: 'summary',
    resource: 'subscriptions',
    method: 'listSubscriptions',
    show: (locale) =>
      html`<div part="page" class="page">
        <next-invoice .locale=${locale}></next-invoice>
        <billing-summary .locale=${locale}></billing-summary>
      </div>`,
  },
  {
    name: 'plan',
    resource: 'plans',
    method: 'listPlans',
    show: (locale) => html`<plan-picker .locale=${locale}></plan-picker>`,
  },
  {
    name: 'usage',
    resource: 'usage',
    method: 'getUsage',
    show: (locale, detail) => html`<usage-report .locale=${locale} .month=${detail}></usage-report>`,
  },
  {
    name: 'invoices',
    resource: 'invoices',
    method: 'listInvoices',
    show: (locale, detail) => html`<invoice-list .locale=${locale} .invoice=${detail}></invoice-list>`,
  },
  {
    name: 'payment-methods',
    resource: 'payment-methods',
    method: 'listPaymentMethods',
    // The fields of cards stand in the page itself and are passed on inward.
    show: (locale, _, vaults) =>
      html`<payment-methods .locale=${locale} .vaults=${vaults}>
        <slot name="vault-field" slot="vault-field"></slot>
      </payment-methods>`,
  },
  {
    name: 'contacts',
    resource: 'contacts',
    method: 'listContacts',
    show: (locale) => html`<billing-contacts .locale=${locale}></billing-contacts>`,
  },
  {
    name: 'add-ons',
    resource: 'add-ons',
    method: 'listAddOns',
    show: (locale) => html`<add-ons .locale=${locale}></add-ons>`,
  },
  {
    name: 'subscriptions',
    resource: 'subscriptions',
    method: 'listSubscriptions',
    show: (locale) => html`<subscription-list .locale=${locale}></subscription-list>`,
  },
  {
    name: 'users',
    resource: 'members',
    method: 'listMembers',
    show: (locale) => html`<account-users .locale=${locale}></account-users>`,
  },
  {
    name: 'alerts',
    resource: 'alerts',
    method: 'getAlertPreferences',
    show: (locale) => html`<billing-alerts .locale=${locale}></billing-alerts>`,
  },
];
