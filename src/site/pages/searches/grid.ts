import { sayIn } from '../../../language/say.ts';
import type { CellLike } from '../../cell.ts';
import type { TableData } from '../../charts/data-table.ts';
import type { Here } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import {
  byText,
  dimensionTitles,
  type LongRow,
  type LongTable,
  nameOf,
  pageOf,
  timeName,
  toShown,
} from './released.ts';

const times = ['month', 'year'];

/**
 * A released table as a grid: what is compared downwards, and times or reasons across. Rows are in the order of their
 * names or times, never of their counts.
 *
 * @param fixed dimensions that have one value on the page, and are not repeated
 */
export function grid(
  site: Site,
  here: Here,
  table: LongTable,
  caption: string,
  fixed: readonly string[] = [],
  at?: string,
): TableData {
  const rest = table.by.filter((name) => !fixed.includes(name));
  const time = rest.find((name) => times.includes(name)) as string;
  const named = rest.filter((name) => !times.includes(name));
  const rows = at === undefined ? table.rows : table.rows.filter((row) => row.values[time] === at);
  if (named.length === 0) return byTime(site, rows, caption, time, null);
  if (named.length === 1 && named[0] === 'reason_class')
    return byTime(site, rows, caption, time, 'reason_class');
  if (at !== undefined && named.includes('reason_class'))
    return crossed(
      site,
      here,
      rows,
      caption,
      named.filter((name) => name !== 'reason_class'),
      'reason_class',
    );
  return crossed(site, here, rows, caption, named, time);
}

/** Times downwards; one column, or one a reason. */
function byTime(
  site: Site,
  rows: readonly LongRow[],
  caption: string,
  time: string,
  across: string | null,
): TableData {
  const columns = across === null ? [''] : reasonsIn(rows);
  const ordered = [...new Set(rows.map((row) => row.values[time] as string))].sort(byText);
  const find = index(rows, across === null ? [time] : [time, across]);
  return {
    caption,
    columns: [
      { label: sayIn(site.lang)(dimensionTitles[time] as string), kind: time === 'month' ? 'date' : 'text' },
      ...columns.map((name) => ({
        label: across === null ? sayIn(site.lang)`Searches` : nameOf(site, across, name),
      })),
    ],
    rows: ordered.map((one) => {
      const cells = columns.map((name) => find(across === null ? [one] : [one, name]));
      const sample = cells.find((row) => row !== undefined) as LongRow;
      return [time === 'month' ? one : timeName(site, sample), ...cells.map(toShown)];
    }),
  };
}

/** Named things downwards, times or reasons across. */
function crossed(
  site: Site,
  here: Here,
  rows: readonly LongRow[],
  caption: string,
  down: readonly string[],
  across: string,
): TableData {
  const heads =
    across === 'reason_class'
      ? reasonsIn(rows)
      : [...new Set(rows.map((row) => row.values[across] as string))].sort(byText);
  const sample = new Map(rows.map((row) => [row.values[across] as string, row]));
  const find = index(rows, [...down, across]);
  const lines = new Map(rows.map((row) => [down.map((name) => row.values[name]).join('|'), row]));
  const label = (row: LongRow) =>
    down.map((name) => nameOf(site, name, row.values[name] as string)).join('|');
  const ordered = [...lines.values()].sort((a, b) => byText(label(a), label(b)));
  return {
    caption,
    columns: [
      ...down.map((name) => ({ label: here.say(dimensionTitles[name] ?? name), kind: 'text' as const })),
      ...heads.map((head) => ({
        label:
          across === 'reason_class'
            ? nameOf(site, across, head)
            : timeName(site, sample.get(head) as LongRow),
      })),
    ],
    rows: ordered.map((line) => [
      ...down.map((name): CellLike => {
        const value = line.values[name] as string;
        const page = pageOf(name, value);
        const leads = page !== undefined && page !== here.path;
        return { value: nameOf(site, name, value), ...(leads ? { href: here.to(file(page)) } : {}) };
      }),
      ...heads.map((head) => toShown(find([...down.map((name) => line.values[name] as string), head]))),
    ]),
  };
}

function index(rows: readonly LongRow[], by: readonly string[]) {
  const found = new Map(rows.map((row) => [by.map((name) => row.values[name]).join('|'), row]));
  return (values: readonly string[]) => found.get(values.join('|'));
}

/** Reasons in their own order, of those that the rows have. */
function reasonsIn(rows: readonly LongRow[]): string[] {
  const all = ['immigration', 'department', 'other', 'unreadable'];
  return all.filter((name) => rows.some((row) => row.values['reason_class'] === name));
}
