import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Table } from '../../src/site/components/table.tsx';
import { countyValues, stateValues } from '../../src/site/gallery/samples.ts';
import { classLabels, classOf, roundBreaks } from '../../src/site/maps/classes.ts';
import { countyLines, countyMap } from '../../src/site/maps/county-map.ts';
import { mapFrames } from '../../src/site/maps/frames.ts';
import { stateCountyMap } from '../../src/site/maps/state-county-map.ts';
import { stateMap, statePaths } from '../../src/site/maps/state-map.ts';
import { placeCodes, places, territories } from '../../src/site/maps/states.ts';
import { tileMap } from '../../src/site/maps/tile-map.ts';
import { drawableCounty } from '../../src/site/maps/vintage.ts';
import { shownClasses } from '../../src/site/pages/searches/released.ts';

const classes = { breaks: [1, 10, 25, 50, 100] };
const options = { id: 'm', lang: 'en', title: 'Agencies', unit: 'agencies', classes } as const;
const keys = (svg: string) => [...svg.matchAll(/data-key="(\w+)" class="shape (k\w)"/g)];

test('50 states, the District and five territories, each with a tile of its own', () => {
  expect(places).toHaveLength(56);
  expect(new Set(places.map((p) => p.fips)).size).toBe(56);
  expect(new Set(places.map((p) => p.tile.join())).size).toBe(56);
  expect(territories.map((p) => p.code).sort()).toEqual(['AS', 'GU', 'MP', 'PR', 'VI']);
});

describe('classes', () => {
  test('are stated without a gap or an overlap', () => {
    expect(classLabels(classes, 'en')).toEqual([
      '0',
      '1 to 9',
      '10 to 24',
      '25 to 49',
      '50 to 99',
      '100 or more',
    ]);
    expect([null, 0, 1, 9, 10, 24, 99, 100, 1e9].map((v) => classOf(v, classes))).toEqual([
      null,
      0,
      1,
      1,
      2,
      2,
      4,
      5,
      5,
    ]);
    expect(classLabels({ breaks: [1, 2, 3] }, 'en')).toEqual(['0', '1', '2', '3 or more']);
    expect(classLabels({ breaks: [0.1, 0.25], kind: 'percent' }, 'en')).toEqual([
      '< 10.0%',
      '10.0% – < 25.0%',
      '25.0% or more',
    ]);
  });

  test('round breaks rise and never leave a class above the largest value', () => {
    expect(roundBreaks([null, 0, 0])).toEqual([1]);
    expect(roundBreaks([1, 1, 1])).toEqual([1]);
    const breaks = roundBreaks(stateValues().map((v) => v.value));
    expect([...breaks].sort((a, b) => a - b)).toEqual(breaks);
    expect(breaks.at(-1)).toBeLessThanOrEqual(331);
  });
});

describe('map by state', () => {
  test('has every place once by its class, small in bytes', () => {
    const svg = stateMap({ ...options, values: stateValues() });
    expect(new Set(keys(svg).map(([, key]) => key))).toEqual(new Set(placeCodes));
    expect([...statePaths().values()].reduce((sum, one) => sum + one.path.length, 0)).toBeLessThan(40_000);
    expect(svg.match(/data-key="FL" class="shape k5"/g)).toHaveLength(1);
    expect(svg.match(/data-key="ND" class="shape kx"/g)).toHaveLength(1);
    expect(svg).toContain('<title>Nevada: [c] agencies</title>');
    expect(svg).toContain('<title>North Dakota: no data</title>');
    expect(svg).toContain('<title>California: 0 agencies</title>');
  });

  test('is a group when it has links, an image when it has none', () => {
    const plain = stateValues().map(({ href: _, ...value }) => value);
    expect(stateMap({ ...options, values: stateValues() })).toContain('role="group"');
    expect(stateMap({ ...options, values: plain })).toContain('role="img"');
    expect(stateMap({ ...options, values: plain })).not.toContain('<a ');
    const links = stateMap({ ...options, values: stateValues() }).match(/<a /g);
    expect(links).toHaveLength(stateValues().length);
  });

  test('absence is zero only where the caller says that the list is complete', () => {
    const values = [{ key: 'FL', value: 3 }];
    expect(keys(tileMap({ ...options, values })).filter(([, , name]) => name === 'kx')).toHaveLength(55);
    expect(
      keys(tileMap({ ...options, values, rest: 'zero' })).filter(([, , name]) => name === 'k0'),
    ).toHaveLength(55);
  });
});

describe('map by county', () => {
  test('newer codes are added up or listed, never lost', () => {
    const { svg, unmatched } = countyMap({
      ...options,
      values: countyValues(),
      additive: true,
      lines: 'lines.svg',
    });
    const why = Object.fromEntries(unmatched.map((one) => [one.key, one.why]));
    expect(why['09110']).toBe('newer-than-map');
    expect(why['72001']).toBe('territory');
    expect(svg).toContain('<title>Valdez-Cordova, AK: 3 agencies</title>');
    const drawn = new Set(keys(svg).map(([, key]) => key));
    const parts = countyValues().filter(
      (v) => drawn.has(v.key) || why[v.key] || ['02063', '02066'].includes(v.key),
    );
    expect(parts).toHaveLength(countyValues().length);
  });

  test('shares are never added up', () => {
    expect(drawableCounty('02063', false)).toEqual({ why: 'newer-than-map' });
    expect(drawableCounty('46113', false)).toEqual({ fips: '46102' });
    expect(drawableCounty('12086', true)).toEqual({ fips: '12086' });
    expect(drawableCounty('1208', true)).toEqual({ why: 'unknown' });
    expect(drawableCounty('99001', true)).toEqual({ why: 'unknown' });
  });

  test('a hidden part hides the whole', () => {
    const values = [
      { key: '02063', value: 1 },
      { key: '02066', value: null, status: 'c' as const },
    ];
    const { svg } = countyMap({ ...options, values, additive: true, lines: 'l.svg' });
    expect(svg).toContain('<title>Valdez-Cordova, AK: [c] agencies</title>');
  });

  test('the shared borders stay within 100 kB gzip', () => {
    expect(gzipSync(countyLines()).length).toBeLessThan(100_000);
  });

  test.each(placeCodes)('%s alone fits its frame', (state) => {
    const map = stateCountyMap({ ...options, state, values: [], additive: true, width: 400 });
    expect(map?.svg).not.toMatch(/NaN|Infinity/);
    const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(map?.svg ?? '') ?? [];
    expect(Number(width)).toBeLessThanOrEqual(402);
    expect(Number(height)).toBeLessThanOrEqual(446);
    expect(Math.max(Number(width), Number(height))).toBeGreaterThan(390);
    expect(map?.svg.match(/data-key/g)?.length).toBeGreaterThan(0);
  });
});

test('frames hold, for every date and place, the class, the words and nothing to compute', () => {
  const dates = [0.1, 1].map((share, i) => ({
    date: `2026-0${i + 1}-20`,
    values: stateValues(share),
    message: `${i}`,
  }));
  const frames = mapFrames(dates, { lang: 'en', unit: 'agencies', classes });
  expect(Object.keys(frames.places)).toEqual(placeCodes);
  expect(frames.places.FL).toEqual({
    class: ['k3', 'k5'],
    short: ['33', '331'],
    title: ['Florida: 33 agencies', 'Florida: 331 agencies'],
  });
  expect(frames.places.NV?.short).toEqual(['[c]', '[c]']);
  expect(frames.dates[0]).toEqual({ date: '2026-01-20', label: 'January 20, 2026', message: '0' });
});

test('a hidden value leaves no trace in a map, a table or a frame, whatever number comes with it', () => {
  const draw = (value: number) => {
    const values = [{ key: 'FL', value, status: 'c' as const }];
    const county = [{ key: '12086', value, status: 'c' as const }];
    const dates = [{ date: '2026-01-20', values, message: '' }];
    return [
      stateMap({ ...options, values }),
      tileMap({ ...options, values }),
      countyMap({ ...options, values: county, additive: true, lines: 'l.svg' }).svg,
      stateCountyMap({ ...options, values: county, state: 'FL', additive: true })?.svg,
      JSON.stringify(mapFrames(dates, { lang: 'en', unit: 'agencies', classes })),
      String(
        Table({
          lang: 'en',
          id: 't',
          sortable: true,
          caption: 'C',
          columns: [{ label: 'A' }, { label: 'B' }],
          rows: [[1, { value, status: 'c' }]],
        }),
      ),
    ];
  };
  expect(draw(77_777)).toEqual(draw(3));
  expect(draw(77_777).join('')).not.toMatch(/77,?777/);
});

test('where small counts are hidden, the lowest class begins at the smallest that is shown', () => {
  expect(classLabels({ breaks: [1, 100], least: 10 }, 'en')).toEqual(['0', '10 to 99', '100 or more']);
  expect(shownClasses([12, 14, 16, 18, 20])).toEqual({ breaks: [1, 20], least: 10 });
  expect(classLabels(shownClasses([]), 'en')).toEqual(['0', '10 or more']);
});
