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

/** So many people have a number in each area. */
const IN_AREA = 100;

const numberOf = (area: string, ending: number): string => `+1${area}55501${String(ending).padStart(2, '0')}`;

const peopleOf = (areas: readonly string[], nameOf: (person: number) => string): Caller[] =>
  areas.flatMap((area, at) =>
    Array.from({ length: IN_AREA }, (_, ending) => ({
      number: numberOf(area, ending),
      name: nameOf(at * IN_AREA + ending),
    })),
  );

const known = peopleOf(NEAR, (person) => `${INITIALS[person % INITIALS.length]}. ${NAMES[person % NAMES.length]}`);
const strangers = peopleOf(FAR, () => '');

/** Someone who may call again under the same name. */
export function knownCaller(random: Random): Caller {
  const ending = random.int(0, IN_AREA - 1);
  return known[random.int(0, NEAR.length - 1) * IN_AREA + ending] as Caller;
}

/** A number without a name, from far away. */
export const stranger = (random: Random): Caller =>
  strangers[random.int(0, FAR.length - 1) * IN_AREA + random.int(0, IN_AREA - 1)] as Caller;
