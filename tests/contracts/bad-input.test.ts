import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { atomPage, downloadCsv, type InventedAction, searchCsv } from '../../examples/contract-files.ts';
import { projectEditions } from '../../src/build/build.ts';
import type { Outcome } from '../../src/build/ingest.ts';
import { projectPaths } from '../../src/project/paths.ts';
import { addTo, build, emptyProject, open } from '../support/projects.ts';
import { tempDir } from '../support/temp-dir.ts';

const vendor = 'INVENTED GUARD COMPANY LLC';
const action = (number: number, more: Partial<InventedAction> = {}): InventedAction => ({
  piid: `70INVR26C0000${String(number).padStart(4, '0')}`,
  date: '2026-01-05',
  obligation: `${number}.00`,
  ceiling: '10.00',
  vendor,
  ...more,
});
const good = searchCsv([1, 2, 3, 4, 5, 6, 7, 8].map((number) => action(number)));

/** Adds one file beside one that is good, and gives what came of both. */
async function added(name: string, bytes: string | Buffer, before = good) {
  const folder = emptyProject();
  const given = tempDir('given');
  const write = (file: string, content: string | Buffer) => {
    const path = join(given, file);
    writeFileSync(path, content);
    return path;
  };
  await addTo(folder, [write('good_asof-2026-01-31.csv', before)]);
  const [outcome] = (await addTo(folder, [write(name, bytes)])) as [Outcome];
  const editions = projectEditions(projectPaths(folder));
  return { folder, outcome, editions, edition: editions.find((one) => one.names.includes(name)) };
}
const code = (outcome: Outcome) =>
  'error' in outcome ? outcome.error.code : 'code' in outcome ? outcome.code : outcome.outcome;
const lines = good.trimEnd().split('\n');
const closes = (
  edition:
    | {
        accounting: {
          records: number;
          kept: number;
          withheld: number;
          rejected: number;
          blank: number;
          header: number;
        };
      }
    | undefined,
) => {
  if (!edition) throw new Error('no edition');
  const { records, kept, withheld, rejected, blank, header } = edition.accounting;
  expect(kept + withheld + rejected + blank + header).toBe(records);
  return edition.accounting;
};

describe('rows that cannot be read are rejected at their place, and the rest is kept', () => {
  test('a file cut off in the middle of a row', async () => {
    const { edition } = await added('cut_asof-2026-02-01.csv', good.slice(0, -150));
    expect(closes(edition)).toMatchObject({ kept: 7, rejected: 1 });
    expect(edition?.rejects).toMatchObject([{ row: 8, code: 'cell-count' }]);
  });

  test('a quote that is never closed', async () => {
    const broken = [
      ...lines.slice(0, 4),
      (lines[4] as string).replace(vendor, `"${vendor}`),
      ...lines.slice(5),
    ].join('\n');
    const { edition } = await added('quote_asof-2026-02-01.csv', `${broken}\n`);
    expect(closes(edition)).toMatchObject({ kept: 7, rejected: 1 });
    expect(edition?.rejects).toMatchObject([{ row: 4 }]);
  });

  test('a row with a column too many', async () => {
    const { edition } = await added(
      'wide_asof-2026-02-01.csv',
      `${[...lines.slice(0, 3), `${lines[3]},x`, ...lines.slice(4)].join('\n')}\n`,
    );
    expect(closes(edition)).toMatchObject({ kept: 7, rejected: 1 });
    expect(edition?.rejects).toMatchObject([{ row: 3, code: 'cell-count', cells: 11 }]);
  });

  test('bytes that are not UTF-8 in a text that is', async () => {
    const text = good.replaceAll('OTHER', 'ÖTHER').replace('70INVR26C00000003', '70INVR26C0000\u00010003');
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf(1)] = 0xff;
    const { edition } = await added('bytes_asof-2026-02-01.csv', bytes);
    expect(closes(edition)).toMatchObject({ kept: 7, rejected: 1 });
    expect(edition?.rejects).toMatchObject([{ row: 3, code: 'not-text' }]);
  });

  test('a second header row is withheld: it names no contract', async () => {
    const { edition } = await added('twice_asof-2026-02-01.csv', `${lines[0]}\n${good}`);
    expect(closes(edition)).toMatchObject({ kept: 8, header: 1, withheld: 1 });
  });

  test('a date of the year 0202, an amount of 1.2.3: null, counted and listed', async () => {
    const { edition } = await added(
      'odd_asof-2026-02-01.csv',
      searchCsv([
        action(1),
        action(2, { date: '0202-01-05' }),
        action(3, { obligation: '1.2.3' }),
        action(4, { date: 'soon' }),
      ]),
    );
    expect(closes(edition)).toMatchObject({ kept: 4 });
    expect(edition?.problems).toEqual([
      { column: 'action date', code: 'unreadable-date', count: 1, rows: [4] },
      { column: 'action date', code: 'date-outside-reason', count: 1, rows: [2] },
      { column: 'obligation', code: 'unreadable-amount', count: 1, rows: [3] },
    ]);
  });

  test('a comma that stands between no groups of three makes no amount: 1.000,00 was a dollar, 1,5 fifteen', async () => {
    const amounts = ['1,234,567.89', '$1,000', '1.000,00', '1,5', '1,23,456.00', '12,3456'];
    const { edition } = await added(
      'commas_asof-2026-02-01.csv',
      searchCsv(amounts.map((obligation, index) => action(index + 1, { obligation }))),
    );
    expect(edition?.problems).toEqual([
      { column: 'obligation', code: 'unreadable-amount', count: 4, rows: [3, 4, 5, 6] },
    ]);
  });

  test('codes and labels swapped are read by value and said', async () => {
    const swapped = downloadCsv([
      action(1, { extent: 'FULL AND OPEN COMPETITION', more: { extent_competed: 'A' } }),
    ]);
    const { edition, folder } = await added('swapped_2026-02-01.csv', swapped);
    expect(edition?.problems).toContainEqual({
      column: 'codes',
      code: 'codes-and-labels-swapped',
      count: 1,
      rows: [1],
    });
    await build(folder);
    const bench = await open(folder);
    expect(
      await bench.engine.query(
        `select extent_competed from contract_action_rows where edition = '${edition?.edition}'`,
      ),
    ).toEqual([{ extent_competed: 'A' }]);
    bench.close();
  });
});

describe('files that cannot be read are refused, and what was there stays', () => {
  const page = atomPage([action(1), action(2)], 0, 0);
  const bomb = page
    .replace(
      '<feed',
      '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><feed',
    )
    .replace(vendor, '&b;');
  test.each([
    ['page.csv', '<!doctype html><html><body>Service unavailable</body></html>', 'CF-READ-008'],
    ['cut.xml', page.slice(0, -80), 'CF-READ-024'],
    ['bomb.xml', bomb, 'CF-READ-025'],
    ['undeclared.xml', page.replaceAll(vendor, '&b;'), 'CF-READ-024'],
    ['cut.json', '{"results": [{"id": "CONT_TX_7099', 'CF-READ-026'],
    ['deep.json', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'CF-READ-026'],
    ['bad.yaml', 'counterfoil: contract-terms\nterms: [&a [*a, *a]\n', 'CF-READ-026'],
    ['other.json', '{"a": 1}', 'CF-READ-030'],
  ])('%s', async (name, text, expected) => {
    const { outcome, editions } = await added(name, text);
    expect(code(outcome)).toBe(expected);
    expect(editions).toHaveLength(1);
  });

  test('nothing of a refused file is in the words about it', async () => {
    const { outcome } = await added('cut.xml', page.slice(0, -80));
    expect('error' in outcome ? `${outcome.error.message} ${outcome.error.hint}` : '').not.toContain('GUARD');
  });
});

describe('chains with a gap', () => {
  test('a page missing from a feed, a delta without its base, a month between deltas', async () => {
    const folder = emptyProject();
    const given = tempDir('given');
    mkdirSync(given, { recursive: true });
    const idv = (number: number) =>
      action(1, { kind: 'idv', piid: '70INVR26D00000001', mod: number === 0 ? '0' : `P0000${number}` });
    const write = (name: string, text: string) => writeFileSync(join(given, name), text);
    write('page-0.xml', atomPage([idv(0)], 0, 20));
    write('page-2.xml', atomPage([idv(2)], 20, 20));
    write('delta_2026-03-06.csv', downloadCsv([action(5, { correction: 'C', lastModified: '2026-03-01' })]));
    write('delta_2026-06-06.csv', downloadCsv([action(5, { correction: 'D', lastModified: '2026-06-01' })]));
    await addTo(folder, [given]);
    await build(folder);
    const bench = await open(folder);
    expect(
      await bench.engine.query('select gap, subject, place from contract_gaps order by gap, place'),
    ).toEqual([
      { gap: 'base of a delta', subject: 'usaspending-transactions', place: 0 },
      { gap: 'base of a delta', subject: 'usaspending-transactions', place: 0 },
      { gap: 'month between deltas', subject: 'usaspending-transactions', place: 0 },
      { gap: 'page of a feed', subject: '70INVR26D00000001', place: 10 },
    ]);
    bench.close();
  });

  test('a delta corrects and deletes; a later full file overtakes it', async () => {
    const folder = emptyProject();
    const given = tempDir('given');
    const write = (name: string, text: string) => {
      writeFileSync(join(given, name), text);
      return join(given, name);
    };
    const total = async () => {
      await build(folder);
      const bench = await open(folder);
      const rows = await bench.engine.query('select piid, obligation from contract_actions order by piid');
      bench.close();
      return rows.map((row) => `${String(row['piid']).slice(-1)}=${row['obligation']}`);
    };
    await addTo(folder, [write('full_2026-02-06.csv', downloadCsv([action(1), action(2), action(3)]))]);
    expect(await total()).toEqual(['1=1.00', '2=2.00', '3=3.00']);
    await addTo(folder, [
      write(
        'delta_2026-03-06.csv',
        downloadCsv([
          action(1, { obligation: '11.00', correction: 'C' }),
          action(2, { correction: 'D' }),
          action(4, { correction: '' }),
        ]),
      ),
    ]);
    expect(await total()).toEqual(['1=11.00', '3=3.00', '4=4.00']);
    await addTo(folder, [
      write('full_2026-04-06.csv', downloadCsv([action(1, { obligation: '12.00' }), action(2), action(3)])),
    ]);
    expect(await total()).toEqual(['1=12.00', '2=2.00', '3=3.00']);
  });
});
