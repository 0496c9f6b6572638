import type { Message } from '../catalogue.js';

/** What dialogs, forms and writes say in every widget, in English. */
export const commonTexts = {
  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.save': 'Save',
  'common.undo': 'Undo',
  'common.edit': 'Edit',
  'common.remove': 'Remove',
  'common.more': 'Show more',
  'common.optional': 'optional',
  'common.offline': 'You are offline. Changes can be made again when you are back.',

  'write.pending': 'Working…',
  'write.slow': 'Still working…',
  'write.checking': 'We are checking whether it went through. Nothing is sent twice.',
  'write.unknown': 'We couldn’t find out whether it went through. Look again before you repeat it.',
  'write.look-again': 'Look again',

  'refused.nothing-charged': 'Nothing was charged.',
  'refused.no-change': 'Nothing was changed.',
  'refused.offline': 'You are offline. Try again when you are back.',
  'refused.connection': 'The connection failed. Try again.',
  'refused.unavailable': 'The service isn’t available right now. Try again in a moment.',
  'refused.rate-limited': 'Too many tries. Wait a moment, then try again.',
  'refused.forbidden': 'You may not do this. Ask an admin of your account.',
  'refused.sign-in': 'Your session has ended. Sign in again.',
  'refused.stale-version': 'This was changed meanwhile. Here is how it stands now; look at it and try again.',
  'refused.preview-expired': 'The price was worked out anew. Look at it, then confirm.',
  'refused.payment-declined': 'The payment was declined.',
  'refused.conflict': 'This isn’t possible as things stand now.',
  'refused.validation': 'Something isn’t filled in right.',
  'refused.not-found': 'It isn’t there any more.',
  'refused.support': 'Something went wrong on our side. Try again, and tell us if it stays like this.',

  'field.required': 'Fill this in.',
  'field.email': 'Enter an e-mail address, such as name@example.com.',
  'field.phone': 'Enter a phone number with its area code.',
  'field.taken': 'This is in use already.',
  'field.card-number': 'Don’t enter a card number here.',
  'field.too-long': 'This is too long.',
  'field.invalid': 'This isn’t right. Check it.',
} as const satisfies Readonly<Record<string, Message>>;
