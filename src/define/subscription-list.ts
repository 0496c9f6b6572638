import './context-root.js';
import { SubscriptionList } from '../elements/subscription-list.js';
import { define } from './define.js';

define('subscription-list', SubscriptionList);
