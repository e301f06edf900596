import { rational } from '../../../claims/rational.ts';
import { intervalOf, parseStated, within } from '../../../claims/stated.ts';
import { digitsOf } from '../counted.ts';
import type { Problem } from '../open.ts';
import { cellName, chosenCells } from './cells.ts';
import type {
  OpenReleased,
  ReleasedDocument,
  SealedCell,
  SealedReleaseClaim,
  SealedTable,
} from './document.ts';

/** Counts of 1 to this leave in no table. */
const largestHidden = 9;

/** Releases stand in their order, and each month was over when it was released, once. */
export function checkReleases({ releases }: ReleasedDocument): Problem[] {
  const problems: Problem[] = [];
  const say = (says: string) => problems.push({ code: 'release', says });
  const months = releases.flatMap((one) => one.months);
  if (months.length === 0) say('it names no released month');
  if (!ascending(months)) say('months are released twice, or not in their order');
  const dates = releases.map(({ date }) => date);
  if (dates.some((date, index) => date < (dates[index - 1] ?? ''))) say('releases are not in their order');
  for (const { date, months: fresh } of releases)
    if (fresh.some((month) => month >= date.slice(0, 7))) say(`a month was not over on ${date}`);
  return problems;
}

/** What no table that leaves by the plan can look like. */
export function checkTables({ document, cells }: OpenReleased): Problem[] {
  const problems: Problem[] = [];
  const say = (says: string, code = 'table') => problems.push({ code, says });
  const months = document.releases.flatMap((one) => one.months);
  if (new Set(document.tables.map(({ id }) => id)).size !== document.tables.length)
    say('a table is in it twice');
  for (const [index, table] of document.tables.entries()) {
    const rows = cells.get(table.file) ?? [];
    if (!document.values.some((value) => value.table === index)) say(`no value is of “${table.title}”`);
    if (table.file !== `released/${table.id}.ndjson`) say(`${table.file} is named otherwise than its table`);
    if (!table.by.includes(table.time) || (table.overlap !== null && !table.by.includes(table.overlap)))
      say(`“${table.title}” is not by the dimensions that it should be by`);
    if (rows.length !== table.cells)
      say(`${table.file} has ${rows.length} cells, the seal says ${table.cells}`);
    const hidden = rows.filter(({ shown }) => shown === '[c]').length;
    if (hidden !== table.hidden)
      say(`${table.file} has ${hidden} hidden cells, the seal says ${table.hidden}`);
    if (!ascending(rows.map((row) => cellName(table, row))))
      say(`${table.file} has a cell twice, or cells that are not in their order`);
    for (const [at, row] of rows.entries()) {
      const problem = cellProblem(table, row, months);
      if (problem !== null) say(`${table.file}: cell ${at + 1} ${problem}`);
      if (typeof row.shown === 'number' && row.shown >= 1 && row.shown <= largestHidden)
        say(`${table.file}: cell ${at + 1} shows a count that no release shows`, 'small');
    }
  }
  return problems;
}

function cellProblem(
  table: SealedTable,
  { values, through }: SealedCell,
  months: readonly string[],
): string | null {
  if (Object.keys(values).sort().join() !== [...table.by].sort().join())
    return 'is not by the dimensions of its table';
  const time = values[table.time] ?? '';
  if (table.time === 'month')
    return through === null && months.includes(time) ? null : 'is of a month that was not released';
  const last = months.filter((month) => month.startsWith(`${time}-`)).at(-1);
  return last !== undefined && through === last
    ? null
    : 'is not counted through the last released month of its year';
}

/** Every value again from its table. */
export function checkValues({ document, cells }: OpenReleased): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, says: string) => problems.push({ code, says });
  if (document.values.length === 0 || (document.claim === null && document.values.length !== 1))
    say('parts', 'a sealed figure has one value');
  for (const [index, value] of document.values.entries()) {
    const name = `value ${index + 1}`;
    const table = document.tables[value.table];
    if (!table) {
      say('parts', `${name} is of a table that is not there`);
      continue;
    }
    const clash = Object.keys(document.counts).find((one) => Object.hasOwn(value.where, one));
    if (clash !== undefined) say('parts', `${name} asks for ${clash}, which its figure fixes`);
    const found = chosenCells(table, cells.get(table.file) ?? [], { ...value.where, ...document.counts });
    if ('why' in found) say(found.hidden ? 'hidden' : 'cells', `${name} cannot be told: ${found.why}`);
    else {
      if (found.cells.length !== value.cells)
        say('cells', `${name} is of ${found.cells.length} cells, the seal says ${value.cells}`);
      if (found.value !== value.value)
        say('recount', `${name} is ${found.value} by the table, the seal says ${value.value}`);
      if (found.through !== value.through)
        say('cells', `${name} is counted through another month than the seal says`);
    }
  }
  return problems;
}

/** The numbers of a sentence against the values, by the rule that verdicts on released counts use. */
export function checkReleasedClaim(document: ReleasedDocument, claim: SealedReleaseClaim): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, says: string) => problems.push({ code, says });
  if (claim.numbers.length === 0) say('claim', 'the claim has no number');
  const used = new Set(claim.numbers.map(({ value }) => value));
  if (document.values.some((_, index) => !used.has(index)))
    say('claim', 'a value in the seal belongs to no number of the sentence');
  for (const number of claim.numbers) {
    const value = document.values[number.value];
    const stated = parseStated(number.stated);
    if (!value || value.through !== null || !stated || stated.percent) {
      say('claim', `“${number.stated}” cannot be compared with the values`);
      continue;
    }
    if (!claim.sentence.toLowerCase().includes(digitsOf(number.stated)))
      say('claim', `“${number.stated}” is not in the sentence`);
    if (within(rational(value.value), intervalOf(stated, true)) !== number.holds)
      say(
        'verdict',
        `“${number.stated}” ${number.holds ? 'does not hold' : 'holds'} for ${value.value}; the seal says otherwise`,
      );
  }
  if ((claim.verdict === 'holds') !== claim.numbers.every(({ holds }) => holds))
    say('verdict', 'the verdict does not follow from the numbers');
  return problems;
}

const ascending = (texts: readonly string[]) =>
  texts.every((text, index) => index === 0 || (texts[index - 1] as string) < text);
