import { UsageGraph } from '../elements/usage-graph.js';
import { define } from './define.js';

define('usage-graph', UsageGraph);
