import './context-root.js';
import './usage-graph.js';
import { BillingSummary } from '../elements/billing-summary.js';
import { define } from './define.js';

define('billing-summary', BillingSummary);
