import { compare, parse, ZERO, type Decimal } from './decimal.js';
import { input, least, lineRef, minus, plus, type Figure } from './figure.js';
import { leftOf, netRef, type Adjustment, type ChargeLine } from './charge-line.js';

/** Money that was paid before, and pays for lines now. */
export interface PrepaidCredit {
  readonly id: string;
  /** In major units of the currency, without more digits than it has. */
  readonly amount: Decimal;
}

interface Balance {
  readonly credit: PrepaidCredit;
  /** What of it paid for earlier lines, as these lines' explanations name it. */
  used: readonly Figure[];
}

/**
 * Pays lines with credits: line by line, and each line from the credits in their order, until one or the other is used
 * up. A credit of 175.00 on lines of 100.00, 50.00 and 50.00 pays the first two and 25.00 of the last. No line goes
 * below zero; what is not needed stays with the credit.
 */
export function burnCredits(lines: readonly ChargeLine[], credits: readonly PrepaidCredit[]): ChargeLine[] {
  const balances = credits.map((credit): Balance => ({ credit, used: [] }));
  return lines.map((line) => balances.reduce(payFrom, line));
}

function payFrom(line: ChargeLine, balance: Balance): ChargeLine {
  const { credit, used } = balance;
  const whole = input(parse(credit.amount), line.amount.unit, 'credit');
  const left = used.length === 0 ? whole : minus(whole, plus(used, { label: 'used' }), { label: 'credit' });
  if (compare(leftOf(line), ZERO) <= 0 || compare(left.exact, ZERO) <= 0) return line;
  const amount = least(due(line), left, { label: 'credit' });
  const paid = { ref: credit.id, amount };
  balance.used = [...used, creditRef(line, paid)];
  return { ...line, credits: [...line.credits, paid] };
}

/** The line after the credits that have paid for it so far. */
function due(line: ChargeLine): Figure {
  const paid = line.credits.map((credit) => creditRef(line, credit));
  return paid.length === 0 ? netRef(line) : minus(netRef(line), plus(paid, { label: 'paid' }), { label: 'due' });
}

const creditRef = (line: ChargeLine, { ref, amount }: Adjustment): Figure =>
  lineRef(`${line.ref}/credits/${ref}`, amount.exact, amount.unit);
