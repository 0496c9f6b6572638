import './billing-portal.js';
import './billing-summary.js';
import './next-invoice.js';
import './usage-graph.js';
