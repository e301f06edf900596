import { closedWords } from '../../read/closed-words.ts';
import { reasonRules } from './reasons.ts';

/** The state of a personal cell, all that is kept of it. */
export const cellStates = closedWords([
  'present',
  'masked-vendor',
  'masked-agency',
  'empty',
  'placeholder',
  'no-column',
]);

/** What stood where the organisation stands. */
export const organisationStates = closedWords([
  'present',
  'holder',
  'masked',
  'not-accepted',
  'empty',
  'no-column',
]);

/** What stood where the number of devices stands. */
export const deviceStates = closedWords(['present', 'not recorded', 'empty', 'unreadable', 'no-column']);

/** Which searches a log lists, as far as its layout says. */
export const logForms = closedWords(['portal', 'audit']);

/** Search types of the vendor as they are written, without ` - Mobile`. */
export const vendorTypes = [
  'lookup',
  'search',
  'convoy',
  'visual',
  'freeform',
  'multiGeo',
  'apiLookup',
  'searchSummary',
  'mostSeenOcrValues',
];

/** Search types as they are kept. */
export const searchTypes = closedWords([
  ...vendorTypes.map((type) => type.toLowerCase()),
  'other',
  'no-column',
]);

/** The vendor's verdict on a prompt. */
export const moderations = closedWords(['allow', 'warn', 'block', 'other', 'empty', 'no-column']);

/** How a stated reason is read. */
export const reasonClasses = closedWords([...reasonRules.classes.map(({ id }) => id), 'other', 'unreadable']);

/** Offence families; `other` where no word of a family stands in the reason. */
export const offences = closedWords([...reasonRules.families.map(({ id }) => id), 'other']);

/** Beginnings of words by which families are known: all that is kept of a reason's text. */
export const familyWords = closedWords(reasonRules.families.flatMap(({ match }) => match));

/** Whether a reason was typed freely or begins with a value of the vendor's list. */
export const reasonForms = closedWords(['free', 'list']);
