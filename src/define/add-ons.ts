import './context-root.js';
import { AddOns } from '../elements/add-ons.js';
import { define } from './define.js';

define('add-ons', AddOns);
