import { describe, expect, test } from 'vitest';
import { bars } from '../../src/site/charts/bars.ts';
import { seriesTable } from '../../src/site/charts/data-table.ts';
import { lineChart } from '../../src/site/charts/line-chart.ts';
import { monthBars } from '../../src/site/charts/month-bars.ts';
import { overDates } from '../../src/site/charts/over.ts';
import { readingsStrip } from '../../src/site/charts/readings-strip.ts';
import { sparkline } from '../../src/site/charts/sparkline.ts';
import { steps } from '../../src/site/charts/steps.ts';
import { contract, crowded, growth, huge, months, single, zeros } from '../../src/site/gallery/samples.ts';
import { overlaps, textBoxes } from './text-boxes.ts';

const widths = [300, 340, 720];
const empty = [{ label: 'Nothing known', points: [{ date: '2026-01', value: null }] }];
const marks = (values: number[]) =>
  values.map((value, i) => ({
    label: `Reading ${i}`,
    value,
    class: (['as-good', 'drops', 'other'] as const)[i % 3] ?? 'other',
    worded: i === 0,
  }));

const drawings: [string, (width: number) => string][] = [
  ...(
    [
      ['growth', growth],
      ['crowded', crowded],
      ['single', single],
      ['zeros', zeros],
      ['empty', empty],
      ['none', []],
    ] as const
  ).flatMap(([name, series]): [string, (width: number) => string][] => [
    [
      `line chart: ${name}`,
      (width) => lineChart({ id: 'a', lang: 'en', title: 'T', series: [...series], width }),
    ],
    [
      `line chart, straight: ${name}`,
      (width) => lineChart({ id: 'a', lang: 'en', title: 'T', series: [...series], width, curve: 'line' }),
    ],
    [
      `sparkline: ${name}`,
      (width) => sparkline({ id: 'a', lang: 'en', title: 'T', points: series[0]?.points ?? [], width }),
    ],
  ]),
  [
    'line chart: huge money',
    (width) => lineChart({ id: 'a', lang: 'en', title: 'T', series: huge, kind: 'money', width }),
  ],
  ['steps', (width) => steps({ id: 'a', lang: 'en', title: 'T', width, ...contract })],
  [
    'steps: nothing',
    (width) =>
      steps({
        id: 'a',
        lang: 'en',
        title: 'T',
        width,
        ceiling: { label: 'C', points: [] },
        beneath: { label: 'O', points: [] },
      }),
  ],
  [
    'steps: above the ceiling, one date',
    (width) =>
      steps({
        id: 'a',
        lang: 'en',
        title: 'T',
        width,
        ceiling: { label: 'C', points: [{ date: '2026-01-01', value: 5 }] },
        beneath: { label: 'O', points: [{ date: '2026-01-01', value: 9 }] },
        events: Array.from({ length: 6 }, (_, i) => ({ date: '2026-01-01', label: `E${i}` })),
      }),
  ],
  [
    'bars of months',
    (width) => monthBars({ id: 'a', lang: 'en', title: 'T', bars: months, kind: 'money', width }),
  ],
  ['bars of months: none', (width) => monthBars({ id: 'a', lang: 'en', title: 'T', bars: [], width })],
  [
    'bars',
    (width) =>
      bars({
        id: 'a',
        lang: 'en',
        title: 'T',
        width,
        bars: [
          { label: 'A very long name of an organisation indeed', value: 12 },
          { label: 'B', value: null, status: 'c' },
          { label: 'C', value: 0 },
          { label: 'D', value: 9_999_999_999 },
        ],
      }),
  ],
  [
    'bars: below zero',
    (width) =>
      bars({
        id: 'a',
        lang: 'en',
        title: 'T',
        width,
        bars: [
          { label: 'Up', value: 4 },
          { label: 'Down', value: -1_234_567 },
        ],
      }),
  ],
  ['bars: nothing', (width) => bars({ id: 'a', lang: 'en', title: 'T', width, bars: [] })],
  [
    'strip',
    (width) =>
      readingsStrip({
        id: 'a',
        lang: 'en',
        title: 'T',
        width,
        stated: 1514,
        marks: marks([1304, 1514, 1300, 1322, 1302]),
      }),
  ],
  [
    'strip: all the same',
    (width) => readingsStrip({ id: 'a', lang: 'en', title: 'T', width, stated: 7, marks: marks([7, 7, 7]) }),
  ],
  [
    'strip: no reading',
    (width) => readingsStrip({ id: 'a', lang: 'en', title: 'T', width, stated: 0, marks: [] }),
  ],
  [
    'strip: far apart',
    (width) =>
      readingsStrip({
        id: 'a',
        lang: 'en',
        title: 'T',
        width,
        stated: 1,
        marks: marks([9e11, 3]),
        kind: 'money',
      }),
  ],
];

describe.each(drawings)('%s', (_, draw) => {
  test.each(widths)('%i px wide: whole numbers, titles, no label on another or outside', (width) => {
    const svg = draw(width);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(svg).toMatch(/role="(img|group)" aria-labelledby="a-title a-desc"/);
    expect(svg).toMatch(/<title id="a-title">T<\/title><desc id="a-desc">[^<]+<\/desc>/);
    expect(svg).not.toContain('style=');
    const boxes = textBoxes(svg);
    expect(overlaps(boxes)).toEqual([]);
    for (const box of boxes) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(-1);
      expect(box.right, box.text).toBeLessThanOrEqual(width + 1);
    }
  });
});

test('a gap is drawn as two lines and a lone point as a dot', () => {
  const points = [1, 2, null, 4, null, 6, 7].map((value, i) => ({ date: `2026-0${i + 1}`, value }));
  const svg = lineChart({ id: 'a', lang: 'en', title: 'T', series: [{ label: 'L', points }], curve: 'line' });
  expect(svg.match(/class="line"/g)).toHaveLength(2);
  expect(svg.match(/class="dot"/g)).toHaveLength(1);
});

test('bars of months stand at their month: one of zero is flat, one below hangs, an absent one leaves its place', () => {
  const svg = monthBars({
    id: 'a',
    lang: 'en',
    title: 'T',
    bars: [
      { date: '2025-12', label: 'Dec', value: 4 },
      { date: '2026-01', label: 'Jan', value: 0 },
      { date: '2026-03', label: 'Mar', value: -4, href: 'receipt' },
    ],
  });
  const shapes = [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)];
  const [high, flat, low] = shapes.map(([, ...numbers]) => numbers.map(Number)) as [
    number[],
    number[],
    number[],
  ];
  const zero = (high[1] ?? 0) + (high[3] ?? 0);
  expect([flat[3], flat[1]]).toEqual([1, zero - 0.5]);
  expect([low[1], low[3]]).toEqual([zero, high[3]]);
  // February's place is free.
  expect((low[0] ?? 0) - (flat[0] ?? 0)).toBeCloseTo((high[2] ?? 0) * (59 / 31), -1);
  expect(svg).toContain('<a href="receipt"><g data-item="2026-03"');
});

test('the end of a line that breaks off early is dated; that of one that goes on is not', () => {
  const draw = (values: (number | null)[]) => {
    const points = values.map((value, i) => ({ date: `2026-0${i + 1}`, value }));
    const series = [{ label: 'L', points }];
    const svg = lineChart({ id: 'a', lang: 'en', title: 'T', series, curve: 'line' });
    return [...svg.matchAll(/class="label(?: end)?">([^<]+)</g)].map(([, said]) => said);
  };
  expect(draw([1, 2, 30])).toEqual(['L', '30']);
  expect(draw([1, 30, null])).toEqual(['L', '30', 'Feb 2026']);
});

test('the table twin has every date, with what is exact, and absence as absence', () => {
  const table = seriesTable(
    'Caption',
    [
      {
        label: 'A',
        points: [
          { date: '2026-02', value: 1.1, exact: '1.10' },
          { date: '2026-01', value: null },
        ],
      },
      { label: 'B', points: [{ date: '2026-02', value: 3 }] },
    ],
    'en',
  );
  expect(table.rows).toEqual([
    ['2026-01', null, null],
    ['2026-02', '1.10', 3],
  ]);
  expect(table.columns.map((column) => column.label)).toEqual(['Date', 'A', 'B']);
});

test('a hidden value makes no bar, whatever number comes with it', () => {
  const one = (value: number) =>
    bars({
      id: 'a',
      lang: 'en',
      title: 'T',
      bars: [
        { label: 'A', value: 50 },
        { label: 'B', value, status: 'c' },
      ],
    });
  expect(one(9)).toBe(one(1));
  expect(one(9).match(/class="bar"/g)).toHaveLength(1);
});

test('every bar with an address is a link, none that could run', () => {
  const svg = bars({
    id: 'a',
    lang: 'en',
    title: 'T',
    bars: [
      { label: 'A', value: 5, href: '/a' },
      { label: 'B', value: 5, href: 'java\nscript:alert(1)' },
    ],
  });
  expect(svg.match(/<a /g)).toHaveLength(1);
  expect(svg).not.toContain('script:');
});

test('dates above the ceiling are marked and said, by what was in force on the day', () => {
  const ceiling = {
    label: 'C',
    points: [
      { date: '2026-01-01', value: 10 },
      { date: '2026-03-01', value: 20 },
    ],
  };
  const beneath = {
    label: 'O',
    points: [
      { date: '2026-01-15', value: 9 },
      { date: '2026-02-01', value: 12 },
      { date: '2026-03-15', value: 20 },
    ],
  };
  expect(overDates(ceiling, beneath)).toEqual([{ date: '2026-02-01', value: 12 }]);
  const broken = {
    label: 'C',
    points: [
      { date: '2026-01-01', value: 10 },
      { date: '2026-01-20', value: null },
    ],
  };
  expect(overDates(broken, beneath)).toEqual([]);
  const svg = steps({ id: 'a', lang: 'en', title: 'T', ceiling, beneath });
  expect(svg.match(/class="over"/g)).toHaveLength(1);
  expect(svg).toContain('Above the ceiling on Feb 1, 2026.');
});

test('bars write exact money, and are marked for reading off', () => {
  const of = (overTime: boolean) =>
    bars({
      id: 'b',
      lang: 'en',
      title: 'By month',
      kind: 'money',
      overTime,
      bars: [
        { label: 'Feb 2026', value: 377000.25, exact: '377000.25' },
        { label: 'Mar 2026', value: 3650000.5, exact: '3650000.50' },
        { label: 'Apr 2026', value: null },
      ],
    });
  expect(of(true)).toContain('$3,650,000.50');
  expect(of(true)).toContain('data-item="Feb 2026"');
  expect(of(true)).toContain('data-items="time"');
  expect(of(false)).toContain('data-items="none"');
});
