import type { Message } from '../catalogue.js';

/** What the dialog says that quotes a change and commits to it, in English. */
export const changesTexts = {
  'quote.failed': 'We couldn’t work out what this change costs.',
  'quote.working-out': 'Working out what this costs…',
  'quote.worked-out': 'Worked out. {amount}',
  'quote.takes-effect': 'Takes effect',
  'quote.at-once': 'At once, from {date} on',
  'quote.later': 'On {date}, with your next period',
  'quote.due-now': 'Due now',
  'quote.credited-now': 'Credited now',
  'quote.nothing-due': 'Nothing is charged now.',
  'quote.lines': 'What is due now',
  'quote.total': 'Total due now',
  'quote.each-month': 'Each month',
  'quote.each-year': 'Each year',
  'quote.each-period': 'Each period',
  'quote.per-month': '{amount} per month',
  'quote.per-year': '{amount} per year',
  'quote.instead': '{after} instead of {before}',
  'quote.unchanged': '{after}, as before',
  'quote.without-overage': 'Without usage over the allowance.',
  'quote.notes': 'Good to know',
  'quote.stands': 'This price stands for {time} more.',
  'quote.ran-out': 'This price has run out. Work it out anew before you confirm.',
  'quote.again': 'Work it out anew',
  'quote.moved':
    'The price has changed. It was {before}, and is {now} now. Nothing was charged; look at it, then confirm.',
  'quote.same': 'The price was worked out anew and is still {now}. Nothing was charged; look at it, then confirm.',
  'quote.stale': 'Your subscription was changed meanwhile. Nothing was charged. This is what the change comes to now.',
  'quote.stale-waiting':
    'Your subscription was changed meanwhile. Nothing was charged. We are looking at how it stands.',
  'quote.unquoted':
    'We couldn’t work out what this costs. You can change all the same; your next invoice will show it.',
  'quote.ok-pay': '{action} and pay {amount}',
  'quote.ok-on': '{action} on {date}',
  'quote.ok-unquoted': '{action} without an estimate',
  'quote.methods': 'Payment methods',
  'quote.checking': 'We are checking whether your last change went through. Nothing is sent twice.',
  'quote.went-through': 'Your last change went through.',
  'quote.unknown': 'We couldn’t find out whether your last change went through. Look again before you repeat it.',

  'quote.refused.same-plan': 'You are on this plan already.',
  'quote.refused.plan-retired': 'This plan isn’t offered any more.',
  'quote.refused.currency-mismatch': 'This plan is in another currency than your account.',
  'quote.refused.consent-missing': 'Agree to the terms first.',
} as const satisfies Readonly<Record<string, Message>>;
