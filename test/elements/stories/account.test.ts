import * as users from '../../../stories/account-users.stories.js';
import * as alerts from '../../../stories/billing-alerts.stories.js';
import * as contacts from '../../../stories/billing-contacts.stories.js';
import * as portal from '../../../stories/billing-portal.stories.js';
import * as summary from '../../../stories/billing-summary.stories.js';
import * as invoice from '../../../stories/next-invoice.stories.js';
import { accessible } from './accessible.js';

accessible(users, contacts, alerts, summary, invoice, portal);
