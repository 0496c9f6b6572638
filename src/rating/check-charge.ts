import { parseExact, subtract, type Exact } from './decimal.js';
import type { RatedAdjustment, RatedCharge, RatedChargeLine } from './charge-result.js';
import { checkDerivation, type DerivationDifference } from './derivation.js';
import { fromMoney } from './money.js';

/**
 * Recomputes every explanation of a charge (of its lines, their discounts and credits, and the total) and returns every
 * step that states another value; an empty list when all hold.
 */
export function checkCharge(charge: RatedCharge): DerivationDifference[] {
  const amounts = lineAmounts(charge);
  const adjustments = charge.lines.flatMap(({ discounts, credits }) => [...discounts, ...credits]);
  return [...charge.lines, ...adjustments, charge].flatMap(({ derivation }) => checkDerivation(derivation, amounts));
}

/** What explanations may name of a charge's own lines. */
function lineAmounts({ lines, rounding }: RatedCharge): Map<string, Exact> {
  const billed = ({ amount, precise }: RatedAdjustment | RatedChargeLine): Exact =>
    rounding.at === 'line' ? fromMoney(amount) : parseExact(precise);
  return new Map(
    lines.flatMap((line): [string, Exact][] => {
      const net = line.discounts.map(billed).reduce(subtract, billed(line));
      const left = line.credits.map(billed).reduce(subtract, net);
      const credits = line.credits.map((credit): [string, Exact] => [
        `${line.ref}/credits/${credit.ref}`,
        billed(credit),
      ]);
      return [[`${line.ref}/amount`, billed(line)], [`${line.ref}/net`, net], [line.ref, left], ...credits];
    }),
  );
}
