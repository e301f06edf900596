import { sqlText } from '../../engine/sql-text.ts';
import { reasonRules } from './reasons.ts';
import { cellStates, offences, reasonClasses, reasonForms, searchTypes } from './words.ts';

/*
 * What the rows of one search say, as numbers. Where rows differ, what says more counts; in numbers that is one
 * aggregate for all cells (a bit for each word) and one for the reason (class first, then offence), however many rows.
 */

/** A column that holds one of a few words, in the order of what they say; `none` is read where no row says one. */
interface Field {
  column: string;
  words: readonly string[];
  none: string | null;
}

const states = ['masked-vendor', 'masked-agency', 'placeholder', 'empty', 'present'];
const types = [
  'other',
  ...searchTypes.values
    .filter((word) => !['other', 'no-column'].includes(word))
    .sort()
    .reverse(),
];

const fields: readonly Field[] = [
  ...['reason_state', 'case_state', 'name_state', 'plate_state'].map((column) => ({
    column,
    words: ordered(states, cellStates.values, ['no-column']),
    none: 'no-column',
  })),
  { column: 'reason_form', words: ordered(['list', 'free'], reasonForms.values), none: null },
  { column: 'search_type', words: ordered(types, searchTypes.values, ['no-column']), none: 'no-column' },
];

const classes = ordered(['other', 'department', 'immigration'], reasonClasses.values, ['unreadable']);

/** Families in the order of what they say: the vague ones (last in the rules) less than those found before them. */
const families = ordered(['other', ...reasonRules.families.map(({ id }) => id).reverse()], offences.values);

/** Numbers of offences lie below this, those of classes are multiples of it. */
const classStep = 2 ** 6;
if (families.length >= classStep) throw new Error('more offence families than a reason number has room for');

/** SQL of one number for all that a row (named by `row`) says of its cells; `@bit_or` of it stands for many rows. */
export function saidSql(row: string): string {
  return fields
    .map(({ column, words }) => {
      const from = firstBit(column);
      const cases = words.map((word, at) => `when ${sqlText(word)} then ${2 ** (from + at)}`).reverse();
      return `case ${row}.${column} ${cases.join(' ')} else 0 end`;
    })
    .join('\n      + ');
}

/** SQL of the word that numbers made by {@link saidSql} give for a column; `say` is how a word is written. */
export function saidWordSql(column: string, said: string, say: Say = plain): string {
  const { words, none } = fieldOf(column);
  const bits = `@bits_at(${said}, ${firstBit(column)}, ${words.length})`;
  const all = none === null ? words : [...words, none];
  const cases = words.map((word, at) => `when ${bits} >= ${2 ** at} then ${say(word, all)}`).reverse();
  return `case ${cases.join(' ')}${none === null ? '' : ` else ${say(none, all)}`} end`;
}

/** SQL of one number for class and offence of a row's reason; the largest of many rows is that of the row that says most. */
export function reasonNumberSql(row: string): string {
  const numbered = (column: string, words: readonly string[], step: number) =>
    `case ${row}.${column} ${words.map((word, at) => `when ${sqlText(word)} then ${(at + 1) * step}`).join(' ')} else 0 end`;
  return `${numbered('reason_class', classes, classStep)} + ${numbered('offence', families, 1)}`;
}

/** SQL of the reason class in a number made by {@link reasonNumberSql}. */
export function reasonClassSql(number: string, say: Say = plain): string {
  const all = [...classes, 'unreadable'];
  const cases = classes.map((word, at) => `when ${number} >= ${(at + 1) * classStep} then ${say(word, all)}`);
  return `case ${cases.reverse().join(' ')} else ${say('unreadable', all)} end`;
}

/** SQL of the offence family in a number made by {@link reasonNumberSql}; null without one. */
export function offenceSql(number: string, say: Say = plain): string {
  const bits = `@bits_at(${number}, 0, ${Math.log2(classStep)})`;
  return `case ${bits} ${families.map((word, at) => `when ${at + 1} then ${say(word, families)}`).join(' ')} end`;
}

/** How a word of a closed list is written as SQL. */
export type Say = (word: string, list: readonly string[]) => string;

const plain: Say = (word) => sqlText(word);

/** A word for a column that is stored: see `@one_of`. */
export const stored: Say = (word, list) => `@one_of(${sqlText(word)}, ${sqlText(list.join('|'))})`;

function fieldOf(column: string): Field {
  const found = fields.find((field) => field.column === column);
  if (!found) throw new Error(`nothing is kept of ${column} in numbers`);
  return found;
}

function firstBit(column: string): number {
  const before = fields.slice(0, fields.indexOf(fieldOf(column)));
  return before.reduce((sum, { words }) => sum + words.length, 0);
}

/** `words` as they are, where they are all of `all` but `others`. */
function ordered(
  words: readonly string[],
  all: readonly string[],
  others: readonly string[] = [],
): readonly string[] {
  const expected = all.filter((word) => !others.includes(word));
  if (expected.length !== words.length || expected.some((word) => !words.includes(word)))
    throw new Error(`the words of a column are ${all.join(', ')}; in order are ${words.join(', ')}`);
  return words;
}
