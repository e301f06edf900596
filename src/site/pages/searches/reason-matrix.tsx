import { Matrix } from '../../components/matrix.tsx';
import type { Here } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import {
  byText,
  dimensionTitles,
  type LongTable,
  nameOf,
  pageOf,
  shownClasses,
  toShown,
} from './released.ts';

const reasons = ['immigration', 'department', 'other', 'unreadable'];

/** From where (or which level) to which stated reason, in one month: every pair a released count, no sums. */
export function ReasonMatrix(props: { here: Here; site: Site; table: LongTable; month: string }) {
  const { here, site, table, month } = props;
  const dimension = table.by.find((name) => name !== 'reason_class' && name !== 'month') as string;
  const rows = table.rows.filter((row) => row.values['month'] === month);
  const at = new Map(rows.map((row) => [`${row.values[dimension]}|${row.values['reason_class']}`, row]));
  const values = [...new Set(rows.map((row) => row.values[dimension] as string))];
  // A place of which there was nothing in the month has no line; all its counts are zeros that are shown.
  const seen = values.filter((value) =>
    rows.some((row) => row.values[dimension] === value && (row.status === 'c' || (row.value ?? 0) > 0)),
  );
  const named = seen
    .map((value) => ({ value, name: nameOf(site, dimension, value) }))
    .sort((a, b) => byText(a.name, b.name));
  const shown = rows.flatMap((row) => (row.value === null || row.value === 0 ? [] : [row.value]));
  const title = `${here.say(table.title)}: ${nameOf(site, 'month', month)}`;
  return (
    <Matrix
      lang={here.lang}
      id={`last-${table.id}`}
      message={title}
      measure={here.say`searches in the latest released month; each name leads to all months`}
      sides={{ rows: here.say(dimensionTitles[dimension] ?? dimension), columns: here.say`Stated reason` }}
      rows={named.map(({ value, name }) => ({
        key: value,
        label: name,
        href: here.to(file(pageOf(dimension, value) as string)),
      }))}
      columns={reasons.map((reason) => ({ key: reason, label: nameOf(site, 'reason_class', reason) }))}
      cell={(row, column) => toShown(at.get(`${row}|${column}`))}
      classes={shownClasses(shown)}
      unit={here.say`searches`}
    />
  );
}
