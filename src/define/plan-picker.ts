import './context-root.js';
import { PlanPicker } from '../elements/plan-picker.js';
import { define } from './define.js';

define('plan-picker', PlanPicker);
