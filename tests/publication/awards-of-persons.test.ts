import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atomPage, downloadCsv, type InventedAction, searchCsv } from '../../examples/contract-files.ts';
import { makeContracts } from '../../examples/make-contracts.ts';
import type { Workspace } from '../../src/build/workspace.ts';
import { exportedTable } from '../../src/cli/export-table.ts';
import { answer } from '../../src/figures/answer.ts';
import { figureCalled, parseQuery } from '../../src/figures/query.ts';
import { receipt, recount } from '../../src/figures/receipt.ts';
import { type Edition, listsPersons, type Manifest, personsCode } from '../../src/project/edition.ts';
import { leavingReceipt } from '../../src/publication/leaving-receipt.ts';
import { openFigures } from '../../src/publication/open.ts';
import { publishedTables } from '../../src/publication/tables.ts';
import { checkSeal } from '../../src/seals/portable/check.ts';
import type { SealedPart } from '../../src/seals/portable/document.ts';
import { filesOf, type Parts, remade, withFiles } from '../seals/tamper.ts';
import { liveServer } from '../site/support/live-server.ts';
import { addTo, build, copyOf, emptyProject, open } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';

/** Invented awards of invented persons. Whoever looked one of these numbers up at the publisher would find the person. */
const planted = {
  alone: '70INVR26P00000091',
  changedHands: '70INVR26P00000092',
  order: '70INVR26F00000093',
  frame: '70INVR24A00000094',
  vehicle: '70INVR25A00000095',
  orderUnderIt: '70INVR26F00000096',
  solicitation: '70INVR26Q00000097',
  itsSolicitation: '70INVR25R00000098',
} as const;
const numbers = Object.values(planted);

const person = { vendor: 'Quillon Ashgarth', soleProprietor: true, product: 'R608', industry: '541930' };
const organisation = { vendor: 'PELLUCID ASHGROVE HOLDINGS LLC', uei: 'INV0PELLUC12', product: 'R608' };
const early: InventedAction[] = [
  {
    ...person,
    piid: planted.alone,
    date: '2026-01-20',
    obligation: '18100.00',
    offers: '3',
    solicitation: planted.solicitation,
  },
  { ...organisation, piid: planted.changedHands, date: '2025-11-20', obligation: '7200.00' },
  { ...person, piid: planted.changedHands, mod: 'P00001', date: '2026-02-11', obligation: '300.00' },
  { ...person, piid: planted.order, parent: planted.frame, date: '2026-02-12', obligation: '910.00' },
  {
    ...organisation,
    piid: planted.orderUnderIt,
    parent: planted.vehicle,
    date: '2026-03-02',
    obligation: '55.00',
    ceiling: '9999999.00',
    offers: '1',
    extent: 'A',
  },
  { ...organisation, piid: '70INVR26P00000081', date: '2026-03-03', obligation: '12345.00', offers: '2' },
];
const late: InventedAction[] = [
  ...early.map((one) => (one.piid === planted.alone ? { ...one, obligation: '18150.00' } : one)),
  { ...person, piid: planted.alone, mod: 'P00001', date: '2026-04-02', obligation: '49.00' },
];
const itsVehicle: InventedAction = {
  ...person,
  kind: 'idv',
  piid: planted.vehicle,
  date: '2025-10-20',
  ceiling: '500000.00',
  orderingEnd: '2026-01-01',
  solicitation: planted.itsSolicitation,
  offers: '4',
};
const terms = `# Invented.
counterfoil: contract-terms
terms:
  - vehicle: ${planted.vehicle}
    term: ceiling-per-vehicle
    amount: "400000.00"
    from: 2025-10-20
    document: invented.pdf
    page: "1"
    date: 2025-10-20
`;

let project: string;
let bench: Workspace;
let places: Set<string>;
beforeAll(async () => {
  const folder = tempDir('persons');
  const released = join(folder, 'released');
  await makeContracts(join(folder, 'others'));
  mkdirSync(released);
  const write = (name: string, text: string) => writeFileSync(join(released, name), text);
  // Another year than that of the other downloads, so that both are in force.
  write('FY2025_persons_transactions_2026-03-31.csv', downloadCsv(early));
  write('FY2025_persons_transactions_2026-05-31.csv', downloadCsv(late));
  write('persons_search_asof-2026-05-31.csv', searchCsv(late));
  write('persons-vehicle.xml', atomPage([itsVehicle]));
  write('persons-terms.yaml', terms);
  project = emptyProject('title: Awards of invented persons\naddress: https://example.invalid/\n');
  await addTo(project, [join(folder, 'others'), released]);
  await build(project);
  bench = await open(project);
  const rows = await bench.engine.query('select person_edition, person_row from contract_persons');
  places = new Set(rows.map((row) => `${row['person_edition']}|${row['person_row']}`));
}, 240_000);
afterAll(() => bench?.close());

const inForce = async () =>
  (await bench.engine.query(
    `select award, vendor_state, vendor, vendor_name from contract_actions where piid in ('${numbers.join("', '")}') order by award`,
  )) as Record<string, string | null>[];

test('an award is a person’s where any record of it says so, and so are its orders', async () => {
  const rows = await inForce();
  expect(new Set(rows.map((row) => row['award']?.split('@')[0]))).toEqual(
    new Set([planted.alone, planted.changedHands, planted.order, planted.vehicle, planted.orderUnderIt]),
  );
  for (const row of rows)
    expect(row).toMatchObject({
      vendor_state: 'individual',
      vendor: 'individuals and sole proprietors',
      vendor_name: null,
    });
  const [frame] = await bench.engine.query(
    `select vendor_state from contract_vehicles where piid = '${planted.frame}'`,
  );
  expect(frame).toEqual({ vendor_state: 'individual' });
});

test('an award cannot be asked for by the number of a person’s', async () => {
  for (const name of ['obligations', 'actions', 'awards', 'ceiling', 'maximum_per_vehicle'])
    for (const dimension of ['award', 'vehicle', 'family'])
      for (const number of numbers)
        for (const spelt of [number, `${number}@7099`]) {
          const figure = figureCalled(`contracts.${name}`, bench.registry.figures);
          if (!(dimension in figure.dimensions) || (dimension === 'family' && spelt !== number)) continue;
          const asked = parseQuery(figure, { where: [`${dimension}=${spelt}`] });
          const value = (await answer(bench, figure, asked)).rows[0]?.value ?? 0;
          expect(Number(value), `${name} ${dimension}=${spelt}`).toBe(0);
        }
}, 120_000);

describe('a receipt that leaves', () => {
  test('lists no row of theirs, and comes to the value with what the remainder adds', async () => {
    const remainders: string[] = [];
    for (const figure of openFigures(bench.registry)) {
      const made = await leavingReceipt(bench, bench.registry, figure, { where: {}, by: [] }, 'a test');
      for (const [index, part] of made.parts.entries()) {
        for (const row of part.rows) expect(places).not.toContain(`${row.edition}|${row.row}`);
        if (part.remainder) remainders.push(figure.id);
        if (figure.form.form === 'concentration') expect(part.remainder).toBeUndefined();
        const row = made.answer.rows[0] ?? { value: null };
        const value =
          figure.form.form === 'ratio' ? [row['numerator'], row['denominator']][index] : row.value;
        if (figure.form.form !== 'concentration' && value !== null)
          expect(Number(recount(part)), `${figure.id} ${index}`).toBe(Number(value));
      }
    }
    expect(remainders).toEqual([
      'contracts.obligations',
      'contracts.ceiling',
      'contracts.actions',
      'contracts.awards',
      'contracts.vehicles',
      'contracts.ceiling_used',
      'contracts.ceiling_used',
      'changes.rows',
    ]);
  }, 120_000);

  test('says how many awards stand in it', async () => {
    const figure = figureCalled('contracts.awards', bench.registry.figures);
    const query = { where: {}, by: [] };
    const { parts } = await leavingReceipt(bench, bench.registry, figure, query, 'a test');
    // The five that are planted and in force, and the one of the other invented downloads.
    const [counted] = await bench.engine.query(
      `select count(distinct award) as n from contract_actions where vendor_state = 'individual'`,
    );
    expect(parts[0]?.remainder?.adds).toBe(counted?.['n']);
    // Who holds the records sees every row.
    const own = await receipt(bench, figure, query, 'a test');
    expect(own.parts[0]?.remainder).toBeUndefined();
    expect(own.parts[0]?.rows.some((row) => String(row.key['award']).startsWith(planted.alone))).toBe(true);
  });
});

test('what writes for others asks for no other receipt than that', () => {
  for (const floor of ['site', 'export', 'seals'])
    for (const name of readdirSync(join(root, 'src', floor), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name)) continue;
      const text = readFileSync(join(root, 'src', floor, name), 'utf8');
      expect(text, name).not.toMatch(/import \{[^}]*\breceipt\b[^}]*\} from '[^']*figures\/receipt\.ts'/);
    }
});

test('no table that leaves names one, nor the list of them', async () => {
  const tables = publishedTables(bench.registry, bench.relations, []);
  expect(tables.map(({ name }) => name)).not.toContain('contract_persons');
  for (const { name } of tables) {
    const { table } = await exportedTable(bench, [], name, {});
    const text = JSON.stringify(table.rows);
    for (const number of numbers) expect(text, name).not.toContain(number);
    const at = ['edition', 'row'].map((column) => table.columns.findIndex((one) => one.name === column));
    if (at.some((index) => index < 0)) continue;
    const named = table.rows.map((row) => at.map((index) => row[index]).join('|'));
    expect(
      named.filter((place) => places.has(place)),
      name,
    ).toEqual([]);
  }
}, 120_000);

test('the manifest counts rows of persons and tells no place', () => {
  const folded = bench.editions.flatMap(({ problems }) =>
    problems.filter(({ code }) => code === 'folded-into-individuals'),
  );
  expect(folded.length).toBeGreaterThan(2);
  for (const { count, rows } of folded) {
    expect(count).toBeGreaterThan(0);
    expect(rows).toEqual([]);
  }
});

test('nothing that publish, export, seal, feed and changes write bears one of the numbers', async () => {
  const out = tempDir('written');
  const run = async (...args: string[]) => {
    const result = await runCli([...args, '--project', project], { timeout: 300_000 });
    expect(result.code, `${args.join(' ')}\n${result.stderr}`).toBe(0);
    return result.stdout;
  };
  await run('publish', '--out', join(out, 'site'));
  for (const id of [
    'contracts.awards',
    'contracts.obligations',
    'contracts.ceiling',
    'contracts.vehicles',
    'changes.rows',
  ]) {
    const file = join(out, `${id}.seal.zip`);
    await run('seal', id, '--out', file);
    if (id !== 'contracts.awards' && id !== 'contracts.obligations') continue;
    const said = await run('verify', file, '--site', join(out, 'site'));
    for (const words of ['complete, valid', 'remainder', 'published journal']) expect(said).toContain(words);
  }
  for (const id of ['contracts.awards', 'contract_actions', 'contract_awards', 'changes_rows'])
    for (const form of ['csv', 'json', 'xlsx', 'parquet', 'datapackage'])
      await run('export', id, '--as', form, '--out', join(out, `${id}.${form}`));
  writeFileSync(join(out, 'changes.json'), await run('changes', '--json'));
  const walk = await walkBytes(out, numbers);
  expect(walk.files.length).toBeGreaterThan(200);
  expect(walk.findings.slice(0, 20)).toEqual([]);
}, 600_000);

describe('a seal with a remainder', () => {
  let seal: Uint8Array;
  beforeAll(async () => {
    const file = join(tempDir('seal'), 'awards.seal.zip');
    expect((await runCli(['seal', 'contracts.awards', '--out', file, '--project', project])).code).toBe(0);
    seal = readFileSync(file);
  }, 60_000);
  const codes = async (change: (parts: Parts) => void) => {
    const found = await checkSeal(await remade(seal, change));
    return found.problems.map(({ code }) => code);
  };
  const part = ({ document }: Parts) => document.measures[0]?.parts[0] as SealedPart;

  test('is whole, of version 2, and says what it holds back', async () => {
    const found = await checkSeal(seal);
    expect([found.complete, found.valid, found.problems]).toEqual([true, true, []]);
    expect(found.does_not_prove[0]).toContain('cannot be opened');
    expect(await codes(() => {})).toEqual([]);
  });

  test.each<[string, (parts: Parts) => void, string]>([
    [
      'one award more in the remainder',
      (parts) => Object.assign(part(parts).remainder ?? {}, { adds: '6' }),
      'recount',
    ],
    [
      'more awards than rows',
      (parts) => Object.assign(part(parts).remainder ?? {}, { adds: '999' }),
      'remainder',
    ],
    [
      'a negative remainder',
      (parts) => Object.assign(part(parts).remainder ?? {}, { adds: '-1' }),
      'remainder',
    ],
    [
      'a remainder of no row',
      (parts) => Object.assign(part(parts).remainder ?? {}, { rows: 0 }),
      'remainder',
    ],
    ['the remainder gone', (parts) => void delete part(parts).remainder, 'version'],
    ['said to be of version 1', (parts) => Object.assign(parts.document, { seal: 1 }), 'version'],
    ['a listed award gone', (parts) => void parts.rows.get('rows/1-1.ndjson')?.shift(), 'rows'],
  ])('is refused: %s', async (_name, change, code) => {
    expect(await codes(change)).toContain(code);
  });

  test('of an edition whose manifest tells places of persons is not made; one of before is said to tell them', async () => {
    const copy = copyOf(project);
    const folded = bench.editions.filter(({ problems }) => problems.some(({ code }) => code === personsCode));
    for (const { edition } of folded) {
      const file = join(copy, 'records', edition, '_manifest.json');
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
      for (const problem of manifest.problems) if (problem.code === personsCode) problem.rows = [8];
      writeFileSync(file, JSON.stringify(manifest));
      expect(listsPersons(readFileSync(file))).toBe(true);
    }
    const refused = await runCli(['seal', 'contracts.awards', '--project', copy]);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('CF-SEAL-008')]);

    const old = join(tempDir('old'), 'old.seal.zip');
    const { edition } = folded.find(({ edition: id }) =>
      filesOf(seal).has(`manifests/${id}.json`),
    ) as Edition;
    const before = readFileSync(join(copy, 'records', edition, '_manifest.json'));
    writeFileSync(
      old,
      withFiles(seal, (files) => files.set(`manifests/${edition}.json`, before)),
    );
    expect((await runCli(['verify', old])).stderr).toContain('pass this file on no further');
  }, 60_000);
});

test('nothing that the server answers does', async () => {
  const server = await liveServer(project);
  const out = tempDir('answered');
  let count = 0;
  const get = async (path: string) => {
    const answered = await fetch(`${server.address}api/v1${path}`);
    const body = await answered.text();
    expect(answered.status, `${path} ${body.slice(0, 300)}`).toBe(200);
    writeFileSync(join(out, `${count++}.json`), `${path}\n${body}`);
    return JSON.parse(body) as { next?: string | null; items?: Record<string, unknown>[] } & Record<
      string,
      unknown
    >;
  };
  const all = async (path: string) => {
    const items: Record<string, unknown>[] = [];
    let next: string | null = '';
    while (next !== null) {
      const sign = path.includes('?') ? '&' : '?';
      const page = await get(`${path}${next === '' ? '' : `${sign}cursor=${next}`}`);
      items.push(...(page.items ?? []));
      next = page.next ?? null;
    }
    return items;
  };
  const atPlace = (one: Record<string, unknown>) => places.has(`${one['edition']}|${one['row']}`);
  try {
    for (const figure of openFigures(bench.registry).filter(({ id }) => /^(contracts|changes)/.test(id))) {
      for (const day of ['', '?as_of=2026-04-01']) {
        const found = await get(`/figures/${figure.id}/receipt${day}`);
        for (const part of found['parts'] as { rows: Record<string, unknown>[] }[])
          expect(part.rows.filter(atPlace), figure.id).toEqual([]);
      }
      for (const dimension of Object.keys(figure.dimensions))
        await all(`/figures/${figure.id}/values?by=${dimension}&limit=1000`);
    }
    for (const { name } of publishedTables(bench.registry, bench.relations, []))
      expect((await all(`/tables/${name}/rows?limit=1000`)).filter(atPlace), name).toEqual([]);
    for (const flag of bench.registry.flags) {
      const { units } = (await get(`/flags/${flag.id}?limit=1000`)) as unknown as {
        units: { items: { rows: Record<string, unknown>[] }[] };
      };
      expect(units.items.flatMap(({ rows }) => rows).filter(atPlace), flag.id).toEqual([]);
    }
    await get('/changes');
    await all('/changes/rows?limit=1000');
    await all('/editions?limit=1000');
    for (const { edition } of bench.editions) await get(`/editions/${edition}`);
    expect((await all('/rejects?limit=1000')).filter(atPlace)).toEqual([]);
    const walk = await walkBytes(out, numbers);
    expect(walk.files.length).toBeGreaterThan(100);
    expect(walk.findings.slice(0, 20)).toEqual([]);
  } finally {
    await server.close();
  }
}, 300_000);
