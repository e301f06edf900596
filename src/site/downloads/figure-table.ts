import { type FigureData, isPartRevised, isRevised } from '../pages/figure/data.ts';
import type { DataColumn, DataTable, DataValue } from './data-table.ts';

const text = (name: string, says: string): DataColumn => ({ name, kind: 'text', says });

/**
 * What a figure's page shows as one plain table: the latest value, each list, each part, each reading. Every row says
 * by `status` why it has no value (`x`) or that it was revised (`r`), and where its receipt is.
 */
export function figureTable(data: FigureData): DataTable {
  const { summary } = data;
  const kind = summary.unit.kind === 'count' ? 'count' : 'decimal';
  const ratio = data.parts.some((part) => part.groups.some((group) => group.denominator !== undefined));
  const rows: DataValue[][] = [];
  const put = (
    place: readonly [dimension: string, key: string, label: string, asOf: string | null],
    value: DataValue,
    receipt: string | null,
    parts: readonly DataValue[] = [null, null],
    revised = false,
  ) =>
    rows.push([
      ...place,
      value,
      value === null ? 'x' : revised ? 'r' : '',
      ...(ratio ? parts : []),
      value === null ? null : receipt,
    ]);
  const inAll = (day: string | null) => [undefined, isRevised(data, day)] as const;
  put(['all', '', summary.title, summary.as_of], summary.value, summary.receipt, ...inAll(summary.as_of));
  summary.series.forEach(({ date, value }, index) => {
    put(['date', date, '', date], value, data.receipts[index] ?? null, ...inAll(date));
  });
  for (const { dimension, groups } of data.parts)
    for (const { key, label, value, receipt, numerator, denominator } of groups)
      put(
        [dimension, key, label, summary.as_of],
        value,
        receipt,
        [numerator ?? null, denominator ?? null],
        isPartRevised(data, dimension, key),
      );
  for (const { id, says, value, receipt } of data.readings)
    put(['reading', id, says, summary.as_of], value, receipt);
  return {
    columns: [
      text(
        'dimension',
        'all: the latest value; date: one list; reading: another declared definition; else the name of a dimension',
      ),
      text('key', 'the value of the dimension, short and stable'),
      text('label', 'the same in words'),
      text('as_of', 'the date that the value stands for, ISO'),
      { name: 'value', kind: whole(rows) ? kind : 'decimal', says: unitSays(summary.unit) },
      text(
        'status',
        'empty where there is a value; x: not available, the records do not say; r: revised since it was first shown',
      ),
      ...(ratio
        ? [
            { name: 'numerator', kind: 'decimal', says: 'the counted part of a share' } as const,
            { name: 'denominator', kind: 'decimal', says: 'the whole of a share' } as const,
          ]
        : []),
      text('receipt', 'address of the rows behind the value, from the root of the site'),
    ],
    rows,
  };
}

/** A reading may be a share of what the figure counts: then the column holds decimals. */
function whole(rows: readonly (readonly DataValue[])[]): boolean {
  return rows.every((row) => row[4] === null || /^[+-]?\d+$/.test(String(row[4])));
}

function unitSays(unit: FigureData['summary']['unit']): string {
  return unit.kind === 'count' ? unit.many : unit.kind === 'money' ? 'US dollars' : 'a share: 0.25 is 25%';
}
