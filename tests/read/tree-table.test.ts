import { appendFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { atomPage } from '../../examples/contract-files.ts';
import { openFile } from '../../src/read/file.ts';
import { bindPaths, type Layout, recognise } from '../../src/read/layout.ts';
import { defaultLimits } from '../../src/read/limits.ts';
import { rawRelation } from '../../src/read/raw-relation.ts';
import { createReader } from '../../src/read/reader.ts';
import { type TreeSource, treeRows } from '../../src/read/tree-table.ts';
import { TagCount, XmlFault, XmlRecords } from '../../src/read/xml-records.ts';
import { engineRows } from './support/engine.ts';
import { testFolder } from './support/folder.ts';

const folder = testFolder();
const reader = createReader();
afterAll(() => {
  reader.close();
  folder.remove();
});

const records = (xml: string, record: string, paths?: readonly string[]) => {
  const found: Record<string, string>[] = [];
  const reading = new XmlRecords(
    record,
    (one) => found.push(Object.fromEntries(one)),
    paths ? { paths } : {},
  );
  for (const character of xml) reading.push(character);
  reading.end();
  return found;
};

describe('XML as records', () => {
  const xml =
    '<?xml version="1.0"?><r xmlns:p="urn:p"><head>H &amp; T</head><link rel="Last" href="?start=20"/><p:rec id="1"><p:A x="y"> a<![CDATA[ <b> ]]></p:A><B/></p:rec><p:rec id="2"><B>b</B><B>second</B></p:rec></r>';

  test('paths are lower case, without prefixes; attributes and what stands outside are paths too', () => {
    expect(records(xml, 'rec')).toEqual([
      {
        '@id': '1',
        'a@x': 'y',
        a: 'a <b>',
        '../head': 'H & T',
        '../link[last]@rel': 'Last',
        '../link[last]@href': '?start=20',
      },
      {
        '@id': '2',
        b: 'b',
        '../head': 'H & T',
        '../link[last]@rel': 'Last',
        '../link[last]@href': '?start=20',
      },
    ]);
  });

  test('with paths, only those are read, in one pass of single characters', () => {
    expect(records(xml, 'rec', ['a@x', 'b', '../link[last]@href'])).toEqual([
      { 'a@x': 'y', '../link[last]@href': '?start=20' },
      { b: 'b', '../link[last]@href': '?start=20' },
    ]);
  });

  test.each([
    ['cut off', '<r><rec><a>1</a></rec>', false],
    ['crossed tags', '<r><rec><a></rec></a></r>', false],
    ['an entity of its own', '<r><rec><a>&boom;</a></rec></r>', false],
    ['a document type', '<!DOCTYPE r [<!ENTITY boom "x">]><r><rec><a>&boom;</a></rec></r>', true],
    ['nested without end', `<r>${'<a>'.repeat(200)}`, false],
  ])('%s is a fault', (_name, text, declares) => {
    expect(() => records(text, 'rec')).toThrow(XmlFault);
    try {
      records(text, 'rec');
    } catch (error) {
      expect((error as XmlFault).declares).toBe(declares);
    }
  });

  test('the count of tags sees neither comments nor CDATA, wherever a chunk ends', () => {
    const text =
      '<r><!-- <rec> --><a><![CDATA[<rec>]]></a><rec/><p:rec x="1">t</p:rec><record/><rec\n></rec></r>';
    for (const size of [1, 2, 3, 7, 1000]) {
      const count = new TagCount('rec');
      for (let at = 0; at < text.length; at += size) count.push(text.slice(at, at + size));
      expect(count.count).toBe(3);
    }
  });
});

describe('a file of trees as a table', () => {
  const action = (number: number) => ({
    kind: 'idv' as const,
    piid: `70INVR26D000000${10 + number}`,
    date: '2026-01-05',
    ceiling: `${number}.50`,
    vendor: `INVENTED COMPANY ${number} LLC`,
  });

  test('XML: the preview has the paths as its header; the engine gets the paths that are asked for', async () => {
    const found = await openFile(folder.write(atomPage([1, 2, 3].map(action), 0, 10), 'page.xml'), reader);
    expect(found).toMatchObject({ form: 'xml', modified: null });
    const table = found.tables[0];
    if (!table) throw new Error('no table');
    expect(table.preview[0]).toContain('content/idv/contractid/idvid/piid');
    expect(table.preview).toHaveLength(4);
    const paths = ['content/idv/contractid/idvid/piid', '../link[last]@href', 'no/such/path'];
    const relation = await rawRelation(found, table, { headerRow: -1, links: false, paths }, reader);
    const { rows, account } = await engineRows(relation);
    expect(rows.map((row) => row.cells)).toEqual(
      [1, 2, 3].map((number) => [
        `70INVR26D000000${10 + number}`,
        'https://feed.example.invalid/ATOM?q=PIID&start=10',
        null,
      ]),
    );
    expect(account).toMatchObject({ records: 3, independent: true, rejected: 0 });
  });

  test('a value beyond the limit rejects its record alone', async () => {
    const limits = { ...defaultLimits, cellBytes: 1000 };
    const source: TreeSource = { kind: 'tree', form: 'xml', record: 'rec', records: 2 };
    const path = folder.write(`<r><rec><a>${'x'.repeat(5000)}</a></rec><rec><a>1</a></rec></r>`, 'long.xml');
    const rows = [];
    for await (const batch of treeRows(path, source, 'utf-8', ['a'], limits)) rows.push(...batch);
    expect(rows).toEqual([
      { row: 1, line: null, cells: [], reject: 'cell-too-long' },
      { row: 2, line: null, cells: ['1'] },
    ]);
  });

  test.each([
    [
      'results.json',
      '{"page": 1, "results": [{"a": {"b": 1.5}, "list": ["x", "y"]}, {"a": null}]}',
      [
        ['a/b', 'list', '../page'],
        ['1.5', 'x; y', '1'],
        [null, null, '1'],
      ],
    ],
    ['lines.json', '{"a": 1}\n{"a": 2}\n', [['a'], ['1'], ['2']]],
    ['array.json', '[{"a": true}, {"a": false}]', [['a'], ['true'], ['false']]],
    [
      'nested.json',
      '{"releases": [{"ocid": "o1", "contracts": [{"id": "c1"}, {"id": "c2"}]}]}',
      [
        ['id', '../ocid'],
        ['c1', 'o1'],
        ['c2', 'o1'],
      ],
    ],
    [
      'terms.yaml',
      '# typed\ncounterfoil: contract-terms\nterms:\n  - { term: other, amount: 007.10 }\n',
      [
        ['term', 'amount', '../counterfoil'],
        ['other', '007.10', 'contract-terms'],
      ],
    ],
  ])('%s', async (name, text, preview) => {
    const found = await openFile(folder.write(text, name), reader);
    expect(found.tables[0]?.preview).toEqual(preview);
  });
});

describe('recognition', () => {
  const layout = (more: Partial<Layout>): Layout => ({
    id: 'l',
    version: 1,
    title: 'l',
    kind: 'k',
    shape: { name: 's', columns: { a: 'varchar' } },
    source: 's',
    publisher: 'p',
    coverage: 'window',
    requires: ['code', 'day'],
    forbids: [],
    links: [],
    columns: { a: '{code} || {day}' },
    withholdWhen: 'false',
    eventDate: null,
    eventOutsideReason: 'false',
    problems: [],
    ...more,
  });
  const headerless = layout({
    headerless: { headers: ['code', 'day', 'rest'], cells: { code: /^[A-Z]\d+$/, day: /^\d{4}$/ } },
  });

  test('a file without a header is known by its columns and the form of its cells', () => {
    expect(
      recognise(
        [
          ['A1', '2026', null],
          ['B2', null, 'x'],
        ],
        [headerless],
      ),
    ).toMatchObject({ headerRow: -1, unreadColumns: 1 });
    expect(
      recognise(
        [
          ['A1', '2026', null],
          ['B2', 'x', 'x'],
        ],
        [headerless],
      ),
    ).toBeNull();
    expect(recognise([['A1', '2026']], [headerless])).toBeNull();
    expect(recognise([['A1', null, 'x']], [headerless])).toBeNull();
    expect(
      recognise(
        [
          ['rest', 'Day', 'CODE'],
          ['x', '2026', 'A1'],
        ],
        [headerless],
      ),
    ).toMatchObject({
      headerRow: 0,
      positions: new Map([
        ['rest', 1],
        ['day', 2],
        ['code', 3],
      ]),
    });
  });

  test('one of several groups of columns is enough', () => {
    const either = layout({ requires: ['code'], anyOf: [['x'], ['y', 'z']] });
    expect(recognise([['code', 'y', 'z']], [either])).not.toBeNull();
    expect(recognise([['code', 'y']], [either])).toBeNull();
  });

  test('of trees the columns are the paths that the layout reads', () => {
    const found = recognise(
      [
        ['code', 'day', 'other'],
        ['A1', '2026', 'x'],
      ],
      [layout({})],
    );
    if (!found) throw new Error('not found');
    expect(bindPaths(found)).toMatchObject({
      headerRow: -1,
      paths: ['code', 'day'],
      positions: new Map([
        ['code', 1],
        ['day', 2],
      ]),
    });
  });
});

test('a feed is read in flat memory', async () => {
  const page = atomPage(
    Array.from({ length: 200 }, (_, number) => ({
      kind: 'idv' as const,
      piid: `70INVR26D${String(number).padStart(8, '0')}`,
      date: '2026-01-05',
      vendor: 'INVENTED COMPANY LLC',
      description: 'x'.repeat(2000),
    })),
  );
  const [head = '', rest = ''] = page.split(/(?=<entry>)/s, 2);
  const entries = page.slice(head.length, page.lastIndexOf('</feed>'));
  expect(rest).not.toBe('');
  const path = folder.write(head, 'large.xml');
  for (let times = 0; times < 200; times++) appendFileSync(path, entries);
  appendFileSync(path, '</feed>\n');
  const source: TreeSource = { kind: 'tree', form: 'xml', record: 'entry', records: null };
  const before = process.memoryUsage().rss;
  const begun = process.cpuUsage();
  let rows = 0;
  let peak = 0;
  for await (const batch of treeRows(
    path,
    source,
    'utf-8',
    ['content/idv/contractid/idvid/piid'],
    defaultLimits,
  )) {
    rows += batch.length;
    peak = Math.max(peak, process.memoryUsage().rss);
  }
  const { user, system } = process.cpuUsage(begun);
  expect(rows).toBe(40_000);
  expect(peak - before).toBeLessThan(250 * 1024 ** 2);
  const megabytes = (entries.length * 200) / 1e6;
  expect(megabytes / ((user + system) / 1e6), 'MB of XML a second of CPU').toBeGreaterThan(40);
});
