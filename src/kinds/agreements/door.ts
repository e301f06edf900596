import { sqlList, sqlText } from '../../engine/sql-text.ts';
import { counties } from '../../reference/counties.ts';
import { states } from '../../reference/states.ts';

/**
 * What the door of this kind lets through, as SQL over one cell. It runs on the embedded engine alone (files are read
 * there), so it may use that engine's lists. Each errs to the side of withholding.
 */

/**
 * Words that the name of an agency holds. A cell without any of them may be a person's name in a shifted row: it is
 * counted and not kept.
 */
const agencyWords = [
  'sheriff|police|constable|marshal|ranger|trooper|highway patrol|state patrol|patrol',
  'department|dept|division|bureau|commission|office|agency|authority|board|services?',
  'county|parish|borough|city|town|township|village|district|state|tribe|tribal|nation|territory|commonwealth',
  'corrections?|correctional|detention|jail|prison|penitentiary|probation|parole|facility|cent(er|re)',
  'public safety|law enforcement|criminal justice|investigations?|narcotics|drug|fire|homeland|emergency',
  'attorney|prosecutor|solicitor|auditor|treasurer|comptroller|courts?|judicial',
  'national guard|state guard|university|college|school|campus|airport|port|harbor|transit|railroad',
  'wildlife|agricultur|alcohol|tobacco|gaming|marine|natural resources|parks?|forest|revenue|tax|licens|motor vehicle',
  'p\\.?d\\.?|s\\.?o\\.?|d\\.?p\\.?s\\.?|d\\.?o\\.?c\\.?|bocc|task force',
].join('|');

/** SQL: the cell has the form of an agency's name, and nothing of an address, a number or an e-mail in it. */
export function agencyForm(cell: string): string {
  return `(@matches(@fold(${cell}), '\\b(${agencyWords})') and not @matches(${cell}, '@|https?:|[0-9]{3}[-. ]?[0-9]{4}|[0-9]{5}') and length(@squash(${cell})) <= 160)`;
}

/** SQL: the cell where it is, or nearly is, the name of a state or territory (at most two letters off), else null. */
export function stateText(cell: string): string {
  const names = states.map((state) => state.name.toLowerCase());
  const codes = states.map((state) => state.code.toLowerCase());
  return `case
    when @fold(${cell}) in ${sqlList([...names, ...codes])} then ${cell}
    when length(@fold(${cell})) between 4 and 30
      and list_min(list_transform([${names.map(sqlText).join(', ')}], known -> @edit_distance(known, @fold(${cell})))) <= 2 then ${cell}
  end`;
}

/**
 * A plain text as a pattern. A pattern of all names rather than a list: the engine makes a join of a long `in`, and a join
 * loses the order of rows.
 */
function asPattern(text: string): string {
  return text.replace(/[^a-z ]/g, (character) =>
    character === "'" ? "''" : /[a-z0-9\u0080-\uffff]/.test(character) ? character : `\\${character}`,
  );
}

let known: string | undefined;

/** A pattern of the names of all counties, made once: reading an atlas and three thousand names is no work for each file. */
function countyNames(): string {
  known ??= [...new Set(counties().map((county) => county.name.toLowerCase()))]
    .sort()
    .map(asPattern)
    .join('|');
  return known;
}

/** SQL: the cell where it names a county (by the word for its kind, or by being the name of one in the atlas), else null. */
export function countyText(cell: string): string {
  return `case
    when @squash(${cell}) is null or length(@squash(${cell})) > 80 or @matches(${cell}, '[0-9@:]') then null
    when @matches(@fold(${cell}), '\\b(count[a-z]*|conty|parish(es)?|borough|census area|municipality|district|city|island|region|statewide|judicial)\\b') then ${cell}
    when @matches(@fold(${cell}), '^(${countyNames()})$') then ${cell}
  end`;
}
