import './context-root.js';
import { PaymentMethods } from '../elements/payment-methods.js';
import { define } from './define.js';

define('payment-methods', PaymentMethods);
