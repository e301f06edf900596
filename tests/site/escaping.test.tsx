import { describe, expect, test } from 'vitest';
import { bars } from '../../src/site/charts/bars.ts';
import { lineChart } from '../../src/site/charts/line-chart.ts';
import { readingsStrip } from '../../src/site/charts/readings-strip.ts';
import { sparkline } from '../../src/site/charts/sparkline.ts';
import { steps } from '../../src/site/charts/steps.ts';
import { Accounting } from '../../src/site/components/accounting.tsx';
import { Breadcrumbs } from '../../src/site/components/breadcrumbs.tsx';
import { Caveats } from '../../src/site/components/caveats.tsx';
import { ChartFigure } from '../../src/site/components/chart-figure.tsx';
import { CopyText } from '../../src/site/components/copy-text.tsx';
import { DefinitionList } from '../../src/site/components/definition-list.tsx';
import { Downloads } from '../../src/site/components/downloads.tsx';
import { EditionCard } from '../../src/site/components/edition-card.tsx';
import { Headline } from '../../src/site/components/headline.tsx';
import { MapFigure } from '../../src/site/components/map-figure.tsx';
import { renderPage } from '../../src/site/components/page.tsx';
import { Pager } from '../../src/site/components/pager.tsx';
import { Readings } from '../../src/site/components/readings.tsx';
import { Receipt } from '../../src/site/components/receipt.tsx';
import { Table } from '../../src/site/components/table.tsx';
import { TimeList } from '../../src/site/components/time-list.tsx';
import { Verdict } from '../../src/site/components/verdict.tsx';
import type { MapOptions } from '../../src/site/maps/map-value.ts';
import { stateMap } from '../../src/site/maps/state-map.ts';
import { tileMap } from '../../src/site/maps/tile-map.ts';
import { escapeText, safeHref } from '../../src/site/svg.ts';

const evil = `"'><img src=x onerror=alert(1)></title></desc></svg></textarea><script>alert(1)</script>&amp;{{x}}\u0000`;
const href = 'javascript:alert(1)//';
const lang = 'en';
const points = [
  { date: '2026-01-01', value: 1 },
  { date: '2026-02-01', value: 2 },
];
const table = {
  caption: evil,
  columns: [{ label: evil, kind: 'text' as const, unit: evil }, { label: evil }],
  rows: [
    [
      { value: evil, href },
      { value: 1, href },
    ],
  ],
  note: evil,
};
const map: MapOptions = {
  id: 'm',
  lang,
  title: evil,
  unit: evil,
  classes: { breaks: [1] },
  values: [{ key: 'FL', value: 2, href }],
};
const reading = {
  label: evil,
  value: 2,
  class: 'drops' as const,
  why: evil,
  fits: true,
  asOf: evil,
  receipt: href,
  worded: true,
};

const all: Record<string, () => unknown> = {
  table: () => <Table lang={lang} id="t" sortable {...table} downloads={[{ label: evil, href }]} />,
  headline: () => (
    <Headline
      lang={lang}
      id="h"
      title={evil}
      href={href}
      value={{ value: 2 }}
      unit={evil}
      asOf={evil}
      list={{ date: evil, href, daysOlder: 0 }}
      caveats={[evil]}
      receipt={href}
    />
  ),
  verdict: () => <Verdict lang={lang} verdict="differs" why={evil} />,
  readings: () => (
    <Readings
      lang={lang}
      id="r"
      title={evil}
      stated={2}
      readings={[reading]}
      tried={1}
      fit={1}
      chance={evil}
    />
  ),
  receipt: () => (
    <Receipt
      lang={lang}
      id="r"
      value={{ value: 2, href }}
      unit={evil}
      definition={evil}
      filter={evil}
      asOf={evil}
      sql={evil}
      editions={[{ name: evil, href, hash: evil, asOf: evil }]}
      rows={table}
      version={evil}
    />
  ),
  edition: () => (
    <EditionCard
      lang={lang}
      name={evil}
      href={href}
      otherNames={[evil]}
      asOf={evil}
      asOfFrom={evil}
      obtained={evil}
      hash={evil}
      bytes={1}
      layout={evil}
      records={1}
    />
  ),
  accounting: () => (
    <Accounting
      lang={lang}
      id="a"
      caption={evil}
      inFile={1}
      kept={0}
      withheld={0}
      rejected={1}
      blank={0}
      rejects={href}
    />
  ),
  definitions: () => <DefinitionList items={[{ term: evil, description: [evil, evil] }]} />,
  caveats: () => <Caveats lang={lang} id="c" items={[evil]} />,
  breadcrumbs: () => <Breadcrumbs lang={lang} items={[{ label: evil, href }, { label: evil }]} />,
  copy: () => <CopyText lang={lang} text={evil} />,
  downloads: () => <Downloads lang={lang} files={[{ label: evil, href }]} />,
  pager: () => <Pager lang={lang} page={1} pages={3} previous={href} next={href} />,
  'time list': () => (
    <TimeList
      lang={lang}
      span={{ from: '2026-01-01', to: '2026-02-01' }}
      intervals={[
        { label: evil, href, first: '2026-01-01', last: '2026-02-01', state: 'departed', note: evil },
      ]}
    />
  ),
  'chart figure': () => (
    <ChartFigure
      lang={lang}
      id="f"
      message={evil}
      measure={evil}
      draw={(id, width) => lineChart({ id, lang, title: evil, series: [{ label: evil, points }], width })}
      table={table}
    />
  ),
  'map figure': () => (
    <MapFigure {...map} message={evil} measure={evil} status={evil} date={evil} table={table} />
  ),
  bars: () => bars({ id: 'b', lang, title: evil, bars: [{ label: evil, value: 1, href }] }),
  sparkline: () => sparkline({ id: 's', lang, title: evil, points }),
  steps: () =>
    steps({
      id: 's',
      lang,
      title: evil,
      ceiling: { label: evil, points },
      beneath: { label: evil, points },
      events: [{ date: '2026-01-05', label: evil }],
    }),
  strip: () =>
    readingsStrip({
      id: 'r',
      lang,
      title: evil,
      stated: 1,
      marks: [{ label: evil, value: 1, class: 'other' }],
    }),
  'state map': () => stateMap(map),
  'tile map': () => tileMap(map),
  page: () =>
    renderPage({
      lang,
      title: evil,
      description: evil,
      project: { title: evil, href },
      nav: [{ label: evil, href }],
      crumbs: [{ label: evil, href }],
      banner: evil,
      assets: { stylesheet: evil, scripts: [evil] },
      twins: [{ label: evil, href, type: evil }],
      version: evil,
      editions: { count: 1, latest: evil, href },
      children: evil,
    }),
};

describe('markup from a record stays text', () => {
  test.each(Object.entries(all))('%s', async (name, draw) => {
    const html = String(await draw());
    expect(html).not.toMatch(/<img|<script>|<\/textarea>/);
    if (name === 'page') expect(html).not.toContain('\u0000');
    expect(html).not.toMatch(/href="[^"]*javascript:/i);
    // Every attribute is still closed where it was opened: no stray quote has made a new one.
    expect(html.replace(/"[^"]*"/g, '')).not.toMatch(/<[a-z][^>]*onerror/i);
    if (name !== 'pager') expect(html).toContain('&lt;img');
  });
});

test('addresses that run something are refused, however they are dressed', () => {
  for (const bad of [
    'javascript:x',
    ' JavaScript:x',
    'java\tscript:x',
    '\u0001javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
  ]) {
    expect(safeHref(bad), bad).toBeUndefined();
  }
  for (const good of ['a/b', '#x', '../x?y=a:b', 'https://example.org', 'HTTP://example.org', '/a:b']) {
    expect(safeHref(good)).toBe(good);
  }
});

test('control characters do not leave', () => {
  expect(escapeText('a\u0000\u0008\u001fb\tc\n')).toBe('ab\tc\n');
});
