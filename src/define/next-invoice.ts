import './context-root.js';
import { NextInvoice } from '../elements/next-invoice.js';
import { define } from './define.js';

define('next-invoice', NextInvoice);
