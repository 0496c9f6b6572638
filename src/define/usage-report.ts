import './context-root.js';
import './usage-graph.js';
import { RecordTable } from '../elements/record-table.js';
import { UsageReport } from '../elements/usage-report.js';
import { define } from './define.js';

define('record-table', RecordTable);
define('usage-report', UsageReport);
