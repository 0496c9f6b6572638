import * as addOns from '../../../stories/add-ons.stories.js';
import * as plans from '../../../stories/plan-picker.stories.js';
import * as subscriptions from '../../../stories/subscription-list.stories.js';
import { accessible } from './accessible.js';

accessible(plans, addOns, subscriptions);
