import type { Random } from './random.js';

/** Who calls. The numbers are of the range that is kept for fiction. */
export interface Caller {
  readonly number: string;
  readonly name: string;
}

const NEAR = ['617', '857', '781', '339', '978', '508', '774', '413'];
const FAR = ['202', '212', '305', '312', '404', '469', '602', '702', '713', '786', '813', '818'];
const INITIALS = 'ABCDEFGHJKLMNPRSTW';
const NAMES = (
  'Alvarez Bennett Costa Doyle Eriksen Fontaine Grant Haddad Ito Jensen Kowalski Lindqvist Moreau Nguyen Okafor Patel ' +
  'Quinn Rossi Silva Tanaka Ueda Varga Walsh Yilmaz Zhang'
).split(' ');

/** Someone who may call again under the same name. */
export function knownCaller(random: Random): Caller {
  const ending = random.int(0, 99);
  const area = random.int(0, NEAR.length - 1);
  const person = area * 100 + ending;
  const name = `${INITIALS[person % INITIALS.length]}. ${NAMES[person % NAMES.length]}`;
  return { number: numberOf(NEAR[area] ?? '', ending), name };
}

/** A number without a name, from far away. */
export const stranger = (random: Random): Caller => ({
  number: numberOf(random.pick(FAR), random.int(0, 99)),
  name: '',
});

const numberOf = (area: string, ending: number): string => `+1${area}55501${String(ending).padStart(2, '0')}`;
