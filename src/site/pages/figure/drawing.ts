import { sayIn } from '../../../language/say.ts';
import { formatValue } from '../../cell.ts';
import { bars } from '../../charts/bars.ts';
import { seriesTable, type TableData } from '../../charts/data-table.ts';
import { lineChart } from '../../charts/line-chart.ts';
import { monthBars } from '../../charts/month-bars.ts';
import { type Series, toPoint } from '../../charts/series.ts';
import { formatDate } from '../../format.ts';
import { kindOf, unitOf } from '../../units.ts';
import type { Lang } from '../../words.ts';
import { type FigureData, isRevised, type Part } from './data.ts';

/** The drawing of a figure: its two titles, how it is drawn at a width, and the same as a table. */
export interface FigureDrawing {
  of: 'lists' | 'months' | 'parts';
  message: string;
  measure: string;
  /** Addresses of receipts go through `to`; without it there are no links, as in a file that stands alone. */
  draw: (id: string, width: number, to?: (address: string) => string) => string;
  table: (to: (address: string) => string) => TableData;
}

/** At most so many bars stand for the parts of a figure. */
const most = 12;

/** More months than this stand side by side; so many can lie beneath one another with their values. */
const mostLevel = 24;

/** The value on every list, or of a flow its months, or the largest parts; nothing where there is one number only. */
export function figureDrawing(data: FigureData, lang: Lang): FigureDrawing | undefined {
  if (data.summary.series.length >= 2) return lists(data, lang);
  const months = data.parts.find((part) => part.dimension === 'month');
  if (months)
    return months.groups.length > 1 ? barsOf(data, months, months.groups, lang, 'months') : undefined;
  const part = data.parts.find(({ groups }) => groups.filter(({ value }) => value !== null).length > 1);
  if (!part) return undefined;
  const largest = [...part.groups]
    .filter(({ value }) => value !== null)
    .sort((a, b) => Number(b.value) - Number(a.value) || (a.label < b.label ? -1 : 1))
    .slice(0, most);
  return barsOf(data, part, largest, lang, 'parts');
}

function lists(data: FigureData, lang: Lang): FigureDrawing {
  const { summary, receipts } = data;
  const say = sayIn(lang);
  const kind = kindOf(summary);
  const series: Series = {
    label: summary.title,
    points: summary.series.map((one) => toPoint(one.date, one.value)),
  };
  const ends = [summary.series[0], summary.series.at(-1)].map((one) =>
    one === undefined || one.value === null
      ? '[x]'
      : say`${formatValue(one.value, kind, lang)} on ${formatDate(one.date, lang)}`,
  );
  const message = `${summary.title}: ${ends[0]}, ${ends[1]}`;
  return {
    of: 'lists',
    message,
    measure: say`${unitOf(summary, null) ?? summary.title}, on each of ${summary.series.length} lists at hand; level between two lists`,
    draw: (id, width) => lineChart({ id, lang, title: message, series: [series], kind, width }),
    table: (to) => {
      const table = seriesTable(say`On each list`, [series], lang, kind);
      table.rows = table.rows.map((row, index) => [
        row[0] ?? null,
        {
          value: (row[1] ?? null) as number,
          href: to(receipts[index] ?? ''),
          ...(isRevised(data, summary.series[index]?.date ?? null) ? { status: 'r' as const } : {}),
        },
      ]);
      return table;
    },
  };
}

function barsOf(
  data: FigureData,
  part: Part,
  groups: Part['groups'],
  lang: Lang,
  of: 'months' | 'parts',
): FigureDrawing {
  const { summary } = data;
  const say = sayIn(lang);
  const kind = kindOf(summary);
  const unit = unitOf(summary, null) ?? part.measures;
  const known = part.groups.filter(({ value }) => value !== null);
  const largest = Math.max(...known.map(({ value }) => Number(value)));
  const [top, ...others] = known.filter(({ value }) => Number(value) === largest);
  const message =
    top === undefined
      ? part.measures
      : others.length > 0
        ? say`${part.measures}: ${formatValue(largest, kind, lang)}, the most, in ${others.length + 1} of ${known.length}`
        : say`${part.measures}: most in ${top.label}, ${formatValue(top.value ?? largest, kind, lang)}`;
  const date = summary.as_of === null ? '' : formatDate(summary.as_of, lang);
  return {
    of,
    message,
    measure:
      of === 'months'
        ? data.form === 'flow'
          ? say`${unit} by month of the list on which it was seen; months with none, or without a list at hand, are absent`
          : say`${unit} by month; months of which nothing is at hand are absent`
        : groups.length < part.groups.length
          ? say`${unit} by ${part.title.toLowerCase()}, the ${groups.length} largest of ${part.groups.length}, ${date}`
          : say`${unit} by ${part.title.toLowerCase()}, ${date}`,
    draw: (id, width, to) => {
      const drawn = groups.map(({ key, label, value, receipt }) => ({
        date: key,
        label,
        value: value === null ? null : Number(value),
        ...(value === null ? {} : { exact: value }),
        ...(receipt === null || to === undefined ? {} : { href: to(receipt) }),
      }));
      const chart = { id, lang, kind, title: message, width, bars: drawn };
      const dated = drawn.filter(({ date }) => /^\d{4}-\d{2}$/.test(date));
      return of === 'months' && dated.length > mostLevel
        ? monthBars({ ...chart, bars: dated })
        : bars({ ...chart, overTime: of === 'months' });
    },
    table: (to) => ({
      caption: of === 'months' ? say`By month` : part.title,
      columns: [
        { label: of === 'months' ? say`Month` : part.title, kind: 'text' },
        { label: unit, kind },
      ],
      rows: groups.map(({ label, value, receipt }) => [
        label,
        receipt === null || value === null ? value : { value, href: to(receipt) },
      ]),
    }),
  };
}
