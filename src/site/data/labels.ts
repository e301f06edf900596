import { sayIn } from '../../language/say.ts';
import { states } from '../../reference/states.ts';
import { formatDate } from '../format.ts';
import type { Lang } from '../words.ts';

const stateNames: ReadonlyMap<string, string> = new Map(states.map((state) => [state.code, state.name]));

/** Names of values that are codes. A value that is not here is its own name. */
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  model: {
    'jail-enforcement': 'Jail enforcement',
    'warrant-service': 'Warrant service',
    'task-force': 'Task force',
    unreadable: 'Not readable',
  },
  type: {
    county: 'County',
    municipality: 'Municipality',
    'state-agency': 'State agency',
    school: 'School or university',
    tribal: 'Tribal',
    other: 'Other',
    'not-stated': 'Not stated',
  },
  change: {
    appeared: 'Appeared',
    vanished: 'Vanished',
    unconfirmed: 'Missing from the latest edition alone',
    altered: 'Altered',
    're-labelled': 'Re-labelled',
    're-appeared': 'Came again',
  },
  event: {
    first: 'First edition',
    new: 'New edition',
    'given-again': 'Given again, byte for byte',
    missing: 'One may be missing before it',
  },
  status: { participating: 'Participating', pending: 'Pending' },
};

/** A value of a dimension in words: `FL` is Florida. */
export type Label = (dimension: string, key: string) => string;

/** Words for values, with the names of counties by FIPS code and of vendors by identifier. */
export function labelsWith(
  counties: ReadonlyMap<string, string>,
  lang: Lang = 'en',
  vendors: ReadonlyMap<string, string> = new Map(),
): Label {
  const say = sayIn(lang);
  return (dimension, key) => {
    if (key === '') return say('Not stated');
    if (dimension === 'state') return stateName(key);
    if (dimension === 'county') return counties.get(key) ?? key;
    if (dimension === 'vendor') return vendors.get(key) ?? key;
    if (dimension === 'month') return formatDate(key, lang);
    const known = labels[dimension]?.[key];
    return known === undefined ? key : say(known);
  };
}

/** `Florida` for `FL`. */
export function stateName(code: string): string {
  return stateNames.get(code) ?? code;
}
