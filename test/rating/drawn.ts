import type { Derivation } from '../../src/rating/index.js';

/** A tree as text: operation, value, unit, label, and what else a node says, a level of indentation for each step down. */
export function drawn(tree: Derivation, indent = '\n      '): string {
  const head = [tree.op, tree.value, tree.unit || '-', tree.label ?? '-', ...details(tree)].join(' ');
  return `${indent}${head}${'of' in tree ? tree.of.map((child) => drawn(child, `${indent}  `)).join('') : ''}`;
}

function details(tree: Derivation): string[] {
  if (tree.op === 'round') return [`| ${tree.rounding.policy} ${tree.rounding.mode} ${tree.rounding.scale}`];
  if (tree.op === 'seconds') return [`| ${tree.start} to ${tree.end}`];
  if (tree.op === 'days')
    return [
      `| ${tree.start} to ${tree.end}`,
      ...(tree.monthDays === undefined ? [] : [`| months of ${tree.monthDays}`]),
      ...(tree.policy === undefined ? [] : [`| ${tree.policy}`]),
    ];
  return tree.op === 'line' ? [`| ${tree.line}`] : [];
}
