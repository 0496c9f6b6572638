import type { Definition } from '../define.js';
import { ALERT_CHECKS } from './alerts.js';
import { CONTACT_CHECKS } from './contacts.js';
import { MEMBER_CHECKS } from './members.js';

/** People: who hears of billing, who signs in, and what an admin is told of. */
export const PEOPLE_CHECKS: readonly Definition[] = [...CONTACT_CHECKS, ...MEMBER_CHECKS, ...ALERT_CHECKS];
