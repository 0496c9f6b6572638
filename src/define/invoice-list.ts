import './context-root.js';
import './invoice-detail.js';
import { InvoiceList } from '../elements/invoice-list.js';
import { define } from './define.js';

define('invoice-list', InvoiceList);
