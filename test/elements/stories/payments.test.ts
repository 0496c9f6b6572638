import * as usage from '../../../stories/usage-report.stories.js';
import * as issued from '../../../stories/invoice-detail.stories.js';
import * as invoices from '../../../stories/invoice-list.stories.js';
import * as methods from '../../../stories/payment-methods.stories.js';
import { accessible } from './accessible.js';

accessible(methods, issued, invoices, usage);
