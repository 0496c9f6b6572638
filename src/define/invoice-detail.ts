import './context-root.js';
import { InvoiceDetail } from '../elements/invoice-detail.js';
import { define } from './define.js';

define('invoice-detail', InvoiceDetail);
