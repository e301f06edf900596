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
  // Short descriptions of the codes of ActionType in the data dictionary of FPDS and USAspending.
  action_kind: {
    base: 'Base award',
    A: 'Additional work (new agreement, justification required)',
    B: 'Supplemental agreement for work within scope',
    C: 'Funding only action',
    D: 'Change order',
    E: 'Terminate for default (complete or partial)',
    F: 'Terminate for convenience (complete or partial)',
    G: 'Exercise an option',
    H: 'Definitize letter contract',
    J: 'Novation agreement',
    K: 'Close out',
    L: 'Definitize change order',
    M: 'Other administrative action',
    N: 'Legal contract cancellation',
    P: 'Rerepresentation of non-novated merger/acquisition',
    R: 'Rerepresentation',
    S: 'Change PIID',
    T: 'Transfer action',
    V: 'Unique entity ID or legal business name change, non-novation',
    W: 'Entity address change',
    X: 'Terminate for cause',
    Y: 'Add subcontract plan',
  },
};

/** Names that records give for their own codes, by dimension: counties, vendors, agencies, products. */
export type RecordedNames = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A value of a dimension in words: `FL` is Florida. */
export type Label = (dimension: string, key: string) => string;

/** The one line of all recipients that are no organisations. */
const remainder = 'individuals and sole proprietors';

/** Words for values: fixed ones in the language of the pages, and names as records have them. */
export function labelsWith(recorded: RecordedNames, lang: Lang = 'en'): Label {
  const say = sayIn(lang);
  return (dimension, key) => {
    if (key === '') return say('Not stated');
    if (key === remainder) return say(remainder);
    if (dimension === 'state') return stateName(key);
    if (dimension === 'month') return formatDate(key, lang);
    const known = labels[dimension]?.[key];
    return known === undefined ? (recorded.get(dimension)?.get(key) ?? key) : say(known);
  };
}

/** `Florida` for `FL`. */
export function stateName(code: string): string {
  return stateNames.get(code) ?? code;
}
