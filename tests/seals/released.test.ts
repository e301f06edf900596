import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/build/workspace.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { run as publish } from '../../src/cli/publish.ts';
import { run as sealCommand } from '../../src/cli/seal.ts';
import { run as verifyCommand } from '../../src/cli/verify.ts';
import type { Figure } from '../../src/figures/figure.ts';
import { registry } from '../../src/kinds/registry.ts';
import { canonicalJson, type Json } from '../../src/project/canonical.ts';
import { generateNoteKey, type NoteSigner, noteSigner } from '../../src/project/note.ts';
import { prepareReleases } from '../../src/publication/prepare.ts';
import type { PublishedRelease } from '../../src/publication/published.ts';
import type { ReleasedRow } from '../../src/publication/release.ts';
import { releasedProblems } from '../../src/seals/declaration.ts';
import {
  type ReleasedContext,
  sealReleasedClaim,
  sealReleasedFigure,
} from '../../src/seals/make-released-seal.ts';
import { checkSeal } from '../../src/seals/portable/check.ts';
import { digest, hex } from '../../src/seals/portable/hashes.ts';
import { chosenCells } from '../../src/seals/portable/released/cells.ts';
import { openReleased } from '../../src/seals/portable/released/check.ts';
import type {
  OpenReleased,
  ReleasedDocument,
  SealedCell,
} from '../../src/seals/portable/released/document.ts';
import {
  releasedCitations,
  releasedPage,
  releasedStatement,
} from '../../src/seals/portable/released/page.ts';
import { writeZip } from '../../src/seals/portable/zip.ts';
import { verifyingPage } from '../../src/seals/verifying-page.ts';
import { monthLog, searchCanaries } from '../site/support/search-logs.ts';
import { browser } from '../support/browser.ts';
import { addTo, build, emptyProject, open, recordingEffects } from '../support/projects.ts';
import { runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { filesOf, withFiles } from './tamper.ts';

const now = () => new Date('2026-01-15T12:00:00Z');
const figure = (id: string) => registry.figure(id) as Figure;

let project: string;
let work: Workspace;
let release: PublishedRelease;
let context: ReleasedContext;
let signer: NoteSigner;
/** A cell that is shown, and one that is hidden, of organisation x month. */
let shown: ReleasedRow;
let hidden: ReleasedRow;
let seal: Uint8Array;
let sums: Uint8Array;
let claimed: Uint8Array;
let claim: Claim;

const rowsOf = (id: string) => release.tables.find((table) => table.id === id)?.rows ?? [];
const asked = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
const sealed = (id: string, where: Record<string, string[]>, more: Partial<ReleasedContext> = {}) =>
  sealReleasedFigure({ ...context, ...more }, figure(id), { where, by: [] });

beforeAll(async () => {
  project = emptyProject('title: Searches (invented)\naddress: https://desk.example/site\n');
  const logs = tempDir('logs');
  await addTo(
    project,
    ['2025-10', '2025-11', '2025-12', '2026-01'].map((month) => monthLog(logs, month)),
  );
  await build(project);
  expect(await publish({ project, out: join(project, 'site') }, recordingEffects({ now }))).toBe(0);
  work = await open(project);
  const [one] = await prepareReleases(work, null);
  release = (one as NonNullable<typeof one>).published;
  signer = (await noteSigner((await generateNoteKey('desk.example')).signer)) as NoteSigner;
  context = {
    registry,
    releases: [release],
    project: 'Searches (invented)',
    program: 'counterfoil test',
    language: 'en',
  };
  const rows = rowsOf('organisation-month');
  shown = rows.find((row) => typeof row.shown === 'number' && row.shown > 20) as ReleasedRow;
  hidden = rows.find((row) => row.shown === '[c]') as ReleasedRow;
  seal = await sealed('searches.searches', asked(shown.values));
  sums = await sealed('searches.searches', wholeOrganisation(), { signer });
  claim = {
    id: 'invented-searches',
    sentence: `They made ${shown.shown} searches in that month.`,
    published: { by: 'An invented paper' },
    figure: 'searches.searches',
    where: asked(shown.values),
    states: String(shown.shown),
  };
  claimed = await sealReleasedClaim(context, claim);
}, 180_000);
afterAll(() => work?.close());

/** An organisation with every month of its shown, all of them together. */
function wholeOrganisation(): Record<string, string[]> {
  const groups = Map.groupBy(rowsOf('organisation-month'), ({ values }) => values['organisation'] as string);
  const [organisation] = [...groups].find(([, rows]) =>
    rows.every((row) => typeof row.shown === 'number' && row.shown > 0),
  ) as [string, ReleasedRow[]];
  return { organisation: [organisation], month: [...release.months] };
}

async function opened(bytes: Uint8Array): Promise<OpenReleased> {
  const { seal: found } = await openReleased(filesOf(bytes));
  if (!found) throw new Error('not a seal of released cells');
  return found;
}

interface Parts {
  document: ReleasedDocument;
  cells: Map<string, SealedCell[]>;
}

/** Changes the content and then makes everything again that follows from it, as a careful forger does. */
async function remade(
  bytes: Uint8Array,
  change: (parts: Parts) => void,
  keep: 'pages' | '' = '',
): Promise<Uint8Array> {
  const files = filesOf(bytes);
  const { document, cells } = await opened(bytes);
  const parts: Parts = { document: structuredClone(document), cells: structuredClone(new Map(cells)) };
  change(parts);
  const encode = (text: string) => new TextEncoder().encode(text);
  for (const [name, rows] of parts.cells)
    files.set(name, encode(rows.map((row) => `${canonicalJson(row as unknown as Json)}\n`).join('')));
  const hashes = async () => {
    parts.document.files = {};
    for (const [name, body] of files)
      if (!name.startsWith('seal.'))
        parts.document.files[name] = { sha256: hex(await digest(body)), bytes: body.length };
  };
  await hashes();
  if (keep !== 'pages') {
    parts.document.statement = releasedStatement(parts.document);
    for (const [name, text] of releasedCitations(parts.document)) files.set(name, encode(text));
    files.set('index.html', encode(releasedPage(parts)));
    await hashes();
  }
  files.set('seal.json', encode(`${canonicalJson(parts.document as unknown as Json)}\n`));
  return writeZip(files);
}

const firstCells = ({ cells }: Parts) => [...cells.values()][0] as SealedCell[];
const theCell = (parts: Parts) =>
  firstCells(parts).find(({ values }) => canonicalJson(values) === canonicalJson(shown.values)) as SealedCell;
const value = ({ document }: Parts) => document.values[0] as ReleasedDocument['values'][number];
const table = ({ document }: Parts) => document.tables[0] as ReleasedDocument['tables'][number];

describe('a seal of a released cell', () => {
  test('is complete and valid, and says what it does not prove', async () => {
    for (const one of [seal, sums, claimed])
      expect(await checkSeal(one)).toMatchObject({ complete: true, valid: true, problems: [], missing: [] });
    const found = await checkSeal(seal);
    expect(found.seal).toMatchObject({ rows: 0, cells: 1 });
    expect(found.seal?.statement).toContain(`${shown.shown} searches, one cell of the released table`);
    expect(found.proves.join()).toMatch(/is a shown cell of the released table/);
    expect(found.does_not_prove.join()).toMatch(/the rows are with the holder of the log/);
    expect((await checkSeal(sums, signer.verifier)).signature.state).toBe('good');
  });

  test('adds up shown cells of one table', async () => {
    const { document } = await opened(sums);
    const where = wholeOrganisation();
    const total = rowsOf('organisation-month')
      .filter(({ values }) => values['organisation'] === where['organisation']?.[0])
      .reduce((sum, row) => sum + (row.shown as number), 0);
    expect(document.values[0]).toMatchObject({ value: String(total), cells: release.months.length });
  });

  test('holds the table as it left, and the releases as the site tells them', async () => {
    const { document, cells } = await opened(seal);
    expect(document.releases).toEqual([{ date: '2026-01-15', months: ['2025-10', '2025-11', '2025-12'] }]);
    const rows = cells.get('released/organisation-month.ndjson') ?? [];
    const sorted = (all: readonly unknown[]) => all.map((one) => canonicalJson(one as Json)).sort();
    expect(sorted(rows)).toEqual(sorted(rowsOf('organisation-month')));
  });

  test('answers from the narrowest table: a class of a state, a network in a year', async () => {
    const cell = rowsOf('state-class-month').find(
      ({ values, shown: count }) =>
        values['reason_class'] === 'immigration' &&
        typeof count === 'number' &&
        values['state'] !== 'federal',
    );
    const { reason_class: _fixed, ...where } = (cell as ReleasedRow).values;
    const one = await opened(await sealed('searches.immigration', asked(where)));
    expect(one.document).toMatchObject({
      counts: { reason_class: ['immigration'] },
      tables: [{ id: 'state-class-month' }],
      values: [{ value: String(cell?.shown), cells: 1 }],
    });
    const network = rowsOf('network-organisation-year').find(({ shown: count }) => typeof count === 'number');
    const other = await opened(
      await sealed('searches.searches', asked(network?.values as Record<string, string>)),
    );
    expect(other.document.tables).toMatchObject([{ id: 'network-organisation-year', overlap: 'network' }]);
  });

  test('is the same bytes each time', async () => {
    const again = await sealed('searches.searches', asked(shown.values));
    expect(Buffer.from(again).equals(Buffer.from(seal))).toBe(true);
  });

  test('has the definition and the tables of this program', async () => {
    const { document } = await opened(seal);
    expect(releasedProblems(document, registry)).toEqual([]);
    const other = structuredClone(document);
    other.figure.definition = 'Something else.';
    expect(releasedProblems(other, registry)).toMatchObject([{ code: 'definition' }]);
    const retitled = structuredClone(document);
    (retitled.tables[0] as { title: string }).title = 'Searches by person';
    expect(releasedProblems(retitled, registry)).toMatchObject([{ code: 'definition' }]);
  });

  test('speaks Spanish where the project does', async () => {
    const spanish = await sealed('searches.searches', asked(shown.values), { language: 'es' });
    expect(await checkSeal(spanish)).toMatchObject({ valid: true });
    const page = new TextDecoder().decode(filesOf(spanish).get('index.html'));
    expect(page).toContain('lang="es"');
    expect(page).toContain('Qué prueba este archivo');
    expect(page).not.toContain('What this file proves');
  });

  test('has no byte of rows: no position, time, key, name or hash of a log', async () => {
    const bytes = [seal, sums, claimed].map((one) => Buffer.from(one).toString('latin1')).join();
    for (const canary of searchCanaries) expect(bytes).not.toContain(canary);
    const events = await work.engine.query(
      'select cast(event as varchar) as event from searches order by event',
    );
    expect(events.length).toBeGreaterThan(100);
    expect(events.filter(({ event }) => String(event).length > 6 && bytes.includes(String(event)))).toEqual(
      [],
    );
    for (const edition of work.editions) {
      expect(bytes).not.toContain(edition.edition);
      expect(bytes).not.toContain(edition.sha256);
      expect(bytes).not.toContain(edition.recordsSha256);
      for (const name of edition.names) expect(bytes).not.toContain(name);
    }
    expect(bytes).not.toMatch(/\d\d:\d\d/);
    expect([...filesOf(seal).keys()].sort()).toEqual([
      'citation.bib',
      'citation.json',
      'citation.txt',
      'index.html',
      'released/organisation-month.ndjson',
      'seal.json',
    ]);
    const lines = new TextDecoder().decode(filesOf(seal).get('released/organisation-month.ndjson'));
    for (const line of lines.trimEnd().split('\n'))
      expect(Object.keys(JSON.parse(line) as object)).toEqual(['shown', 'through', 'values']);
  });

  test('shows nothing that the published site does not', async () => {
    const site = readdirSync(join(project, 'site'), { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && entry.name.endsWith('.csv') && !entry.parentPath.includes('releases'),
      )
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    const published = new Set(site.split(/\r?\n/));
    const { cells } = await opened(seal);
    for (const { values, shown: count } of cells.get('released/organisation-month.ndjson') ?? []) {
      if (typeof count !== 'number') continue;
      const found = [...published].some(
        (line) =>
          line.startsWith(`organisation-month,${values['organisation']},`) &&
          line.split(',').includes(values['month'] as string) &&
          line.split(',').includes(String(count)),
      );
      expect({ values, count, found }).toEqual({ values, count, found: true });
    }
  });
});

describe('what no released table shows is refused with CF-SEAL-002', () => {
  const refused: [string, () => Promise<unknown>, RegExp][] = [
    ['a hidden cell', () => sealed('searches.searches', asked(hidden.values)), /hidden \(\[c\]\)/],
    [
      'a sum with a hidden cell',
      () =>
        sealed('searches.searches', {
          organisation: [hidden.values['organisation'] as string],
          month: [...release.months],
        }),
      /cells of .* are hidden/,
    ],
    [
      'a month that is not released',
      () =>
        sealed('searches.searches', {
          organisation: [shown.values['organisation'] as string],
          month: ['2026-01'],
        }),
      /month 2026-01 .* is not released/,
    ],
    [
      'no time',
      () => sealed('searches.searches', { organisation: [shown.values['organisation'] as string] }),
      /a (month|year) that is named/,
    ],
    ['nothing asked', () => sealed('searches.searches', {}), /that is named/],
    [
      'an hour',
      () => sealed('searches.searches', { ...asked(shown.values), hour: ['20'] }),
      /no released table is by/,
    ],
    [
      'all networks together',
      () => sealed('searches.searches', { network: ['a', 'b'], year: ['2025'] }),
      /one network at a time/,
    ],
    [
      'an organisation that is in no table',
      () => sealed('searches.searches', { organisation: ['nowhere-ca-pd'], month: ['2025-11'] }),
      /no such cell/,
    ],
    [
      'a figure of rows',
      () => sealed('searches.rows', { month: ['2025-11'] }),
      /no released table counts what searches.rows counts/,
    ],
    [
      'another date',
      () =>
        sealReleasedFigure(context, figure('searches.searches'), {
          where: asked(shown.values),
          by: [],
          asOf: '2025-12-01',
        }),
      /another date/,
    ],
    [
      'before any release',
      () => sealed('searches.searches', asked(shown.values), { releases: [] }),
      /nothing has been released yet/,
    ],
    [
      'a claim on a hidden cell',
      () => sealReleasedClaim(context, { ...claim, where: asked(hidden.values) }),
      /hidden \(\[c\]\)/,
    ],
    [
      'a claim on a sum',
      () => sealReleasedClaim(context, { ...claim, where: { month: ['2025-11'] } }),
      /No released table shows it/,
    ],
    [
      'a claim on a change',
      () =>
        sealReleasedClaim(context, {
          ...claim,
          change: { from: '2025-10-31', to: '2025-11-30', in: 'percent' },
        }),
      /change/,
    ],
  ];
  test.each(refused)('%s', async (_name, make, reason) => {
    const error = (await make().catch((one: unknown) => one)) as { code?: string; message?: string };
    expect(error.code).toBe('CF-SEAL-002');
    expect(error.message).toMatch(reason);
  });
});

test('a year that is not over is counted through its last released month, and says so', () => {
  const yearly = { title: 'By year', by: ['organisation', 'year'], time: 'year', overlap: null } as const;
  const cell = (year: string, through: string, count: SealedCell['shown'], organisation = 'a') => ({
    values: { organisation, year },
    through,
    shown: count,
  });
  const rows = [
    cell('2025', '2025-12', 40),
    cell('2026', '2026-03', 20),
    cell('2026', '2026-03', '[x]', 'b'),
  ];
  const ask = (where: Record<string, string[]>) => chosenCells(yearly, rows, where);
  expect(ask({ organisation: ['a'], year: ['2026'] })).toMatchObject({ value: '20', through: '2026-03' });
  expect(ask({ organisation: ['a'], year: ['2025'] })).toMatchObject({ value: '40', through: null });
  expect(ask({ year: ['2025', '2026'] })).toMatchObject({ why: expect.stringMatching(/are not available/) });
  expect(ask({ year: ['2027'] })).toMatchObject({ why: expect.stringMatching(/not released/) });
});

describe('tampered seals are refused', () => {
  const forged: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
    [
      'another value',
      'recount',
      () => remade(seal, (parts) => Object.assign(value(parts), { value: '7777' })),
    ],
    [
      'another count in the table',
      'recount',
      () => remade(seal, (parts) => Object.assign(theCell(parts), { shown: 7777 })),
    ],
    [
      'a cell left out of the sum',
      'cells',
      () =>
        remade(sums, (parts) =>
          firstCells(parts).splice(
            firstCells(parts).findIndex(
              ({ values }) => values['organisation'] === value(parts).where['organisation']?.[0],
            ),
            1,
          ),
        ),
    ],
    [
      'the value in a hidden cell',
      'hidden',
      () =>
        remade(seal, (parts) => {
          Object.assign(theCell(parts), { shown: '[c]' });
          table(parts).hidden += 1;
        }),
    ],
    [
      'a small count shown',
      'small',
      () =>
        remade(seal, (parts) => {
          const cell = firstCells(parts).find(({ shown: count }) => count === '[c]') as SealedCell;
          cell.shown = 7;
          table(parts).hidden -= 1;
        }),
    ],
    [
      'a cell twice',
      'table',
      () =>
        remade(seal, (parts) => {
          firstCells(parts).push(structuredClone(theCell(parts)));
          table(parts).cells += 1;
        }),
    ],
    ['a cell taken away', 'table', () => remade(seal, (parts) => firstCells(parts).pop())],
    [
      'a month that was not released',
      'table',
      () => remade(seal, (parts) => Object.assign(theCell(parts).values, { month: '2026-02' })),
    ],
    [
      'a month released before it was over',
      'release',
      () =>
        remade(seal, ({ document }) =>
          document.releases.splice(0, 1, { date: '2025-12-15', months: [...release.months] }),
        ),
    ],
    [
      'a month released twice',
      'release',
      () =>
        remade(seal, ({ document }) => document.releases.push({ date: '2026-02-15', months: ['2025-12'] })),
    ],
    [
      'other filters',
      'recount',
      () => remade(sums, (parts) => Object.assign(value(parts).where, { month: ['2025-11', '2025-12'] })),
    ],
    [
      'filters on what is in no table',
      'cells',
      () => remade(seal, (parts) => Object.assign(value(parts).where, { offence: ['theft'] })),
    ],
    [
      'the dimension of time taken away',
      'table',
      () => remade(seal, (parts) => Object.assign(table(parts), { time: 'year' })),
    ],
    [
      'another statement',
      'statement',
      () => remade(seal, ({ document }) => Object.assign(document, { statement: 'All is well.' }), 'pages'),
    ],
    [
      'another title',
      'subject',
      () => remade(seal, ({ document }) => Object.assign(document, { title: 'Searches of persons' })),
    ],
    [
      'another page',
      'page',
      () =>
        remade(
          seal,
          ({ document }) => Object.assign(document.figure, { definition: 'Something else.' }),
          'pages',
        ),
    ],
    [
      'a verdict turned round',
      'verdict',
      () =>
        remade(claimed, ({ document }) => {
          const one = document.claim as NonNullable<typeof document.claim>;
          one.verdict = 'differs';
        }),
    ],
    [
      'a number that holds no more',
      'verdict',
      () =>
        remade(claimed, ({ document }) => {
          const [one] = (document.claim as NonNullable<typeof document.claim>).numbers;
          if (one) one.holds = false;
          (document.claim as { verdict: string }).verdict = 'differs';
        }),
    ],
    [
      'another sentence',
      'claim',
      () =>
        remade(claimed, ({ document }) =>
          Object.assign(document.claim as object, { sentence: 'They made none.' }),
        ),
    ],
    [
      'rows put in',
      'stranger',
      () => withFiles(seal, (files) => files.set('rows/1-1.ndjson', new TextEncoder().encode('{}\n'))),
    ],
    ['a field put in', 'form', () => remade(seal, (parts) => Object.assign(theCell(parts), { row: 12 }))],
    [
      'a byte of the table',
      'hash',
      () =>
        withFiles(seal, (files) => {
          const body = Uint8Array.from(files.get('released/organisation-month.ndjson') as Uint8Array);
          body[body.length - 5] = 0x78;
          files.set('released/organisation-month.ndjson', body);
        }),
    ],
    [
      'signed content changed',
      'signature',
      () => remade(sums, ({ document }) => Object.assign(document, { project: 'Another' })),
    ],
    [
      'a later version',
      'version',
      () => remade(seal, ({ document }) => Object.assign(document, { seal: 99 })),
    ],
    ['another form', 'form', () => remade(seal, ({ document }) => Object.assign(document, { form: 'rows' }))],
  ];
  test.each(forged)('%s', async (_name, code, make) => {
    const found = await checkSeal(await make());
    expect(found.valid).toBe(false);
    expect(found.problems.map((problem) => problem.code)).toContain(code);
    expect([...found.proves, ...found.does_not_prove]).toEqual([]);
  });

  test('without its table it is not complete', async () => {
    const found = await checkSeal(
      withFiles(seal, (files) => files.delete('released/organisation-month.ndjson')),
    );
    expect(found).toMatchObject({ complete: false, missing: ['released/organisation-month.ndjson'] });
  });

  test('any one bit', async () => {
    for (let at = 0; at < seal.length; at += Math.ceil(seal.length / 150)) {
      const bytes = Uint8Array.from(seal);
      bytes[at] = (bytes[at] as number) ^ 4;
      const found = await checkSeal(bytes);
      expect(found.valid && found.complete).toBe(false);
    }
  });
});

/** Whether it is the cell that `seal` is about. */
const sameCell = (cell: SealedCell) =>
  Object.entries(shown.values).every(([name, one]) => cell.values[name] === one);

describe('commands and page', () => {
  const filters = (values: Record<string, string>) =>
    Object.entries(values).map(([name, one]) => `${name}=${one}`);

  test('seal writes it with the address of the dated copy, verify accepts it', async () => {
    const out = join(project, 'cell.seal.zip');
    const effects = recordingEffects({ now });
    expect(
      await sealCommand({ project, id: 'searches.searches', where: filters(shown.values), out }, effects),
    ).toBe(0);
    const verifying = recordingEffects({ now });
    expect(await verifyCommand({ claim: [out] }, verifying)).toBe(0);
    expect(verifying.out()).toMatch(/1 cell of a released table, no rows/);
    expect(verifying.out()).toMatch(/Definition and tables are those of this version/);
    const withLog = recordingEffects({ now });
    expect(await verifyCommand({ claim: [out], log: join(project, 'site/log') }, withLog)).toBe(0);
    expect(withLog.out()).toMatch(/a seal of a released table names no entry of it/);
    const { document } = await opened(readFileSync(out));
    expect(document.address).toBe(
      'https://desk.example/site/releases/2026-01-15/searches/tables/organisation-month/index.html',
    );
    expect(
      readdirSync(join(project, 'site/releases/2026-01-15/searches/tables/organisation-month')),
    ).toContain('index.html');
  });

  test('a forger who makes all again is found out by the site', async () => {
    const folder = tempDir('against-site');
    const site = join(project, 'site');
    const verified = async (name: string, bytes: Uint8Array, at = site) => {
      writeFileSync(join(folder, name), bytes);
      const effects = recordingEffects({ now });
      return {
        code: await verifyCommand({ claim: [join(folder, name)], site: at }, effects),
        says: effects.out(),
      };
    };
    const good = await verified('good.zip', seal);
    expect(good.code).toBe(0);
    expect(good.says).toMatch(
      /are what the site in that folder shows: [1-9][0-9]* cells alike, none left out/,
    );
    // Another cell of the table: the sealed value, and with it every other check, stays as it was.
    const forged = await remade(seal, ({ cells }) => {
      const other = [...cells.values()]
        .flat()
        .find((cell) => typeof cell.shown === 'number' && cell.shown > 9 && !sameCell(cell)) as SealedCell;
      other.shown = (other.shown as number) + 1;
    });
    expect((await checkSeal(forged)).valid).toBe(true);
    const bad = await verified('forged.zip', forged);
    expect(bad.code).toBe(1);
    expect(bad.says).toMatch(/site: 1 cell of “.+” is not as the site shows it; the first is /);
    const short = await remade(seal, (parts) => {
      const rows = firstCells(parts);
      const at = rows.findIndex((cell) => typeof cell.shown === 'number' && !sameCell(cell));
      rows.splice(at, 1);
      table(parts).cells -= 1;
    });
    expect((await checkSeal(short)).valid).toBe(true);
    const less = await verified('short.zip', short);
    expect(less.code).toBe(1);
    expect(less.says).toMatch(/site: 1 cell of “.+” is on the site and not in the seal; the first is /);
    const elsewhere = await verified('good.zip', seal, folder);
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.says).toMatch(/the site has no table “.+” that can be read/);
  });

  test('a hidden cell is refused before anything is written', async () => {
    const out = join(project, 'hidden.seal.zip');
    const made = sealCommand(
      { project, id: 'searches.searches', where: filters(hidden.values), out },
      recordingEffects({ now }),
    );
    await expect(made).rejects.toMatchObject({ code: 'CF-SEAL-002', exit: 2 });
    expect(readdirSync(project)).not.toContain('hidden.seal.zip');
  });

  test('a claim is sealed by its id', async () => {
    mkdirSync(join(project, 'claims'), { recursive: true });
    writeFileSync(
      join(project, 'claims', 'cell.yaml'),
      `claims:\n  - id: cell\n    sentence: "${claim.sentence}"\n    published: { by: An invented paper }\n    figure: searches.searches\n    where: { organisation: ${shown.values['organisation']}, month: "${shown.values['month']}" }\n    states: "${shown.shown}"\n`,
    );
    await build(project);
    const out = join(project, 'claim.seal.zip');
    expect(await sealCommand({ project, id: 'cell', out }, recordingEffects({ now }))).toBe(0);
    expect((await opened(readFileSync(out))).document.claim).toMatchObject({ id: 'cell', verdict: 'holds' });
  });

  test('the page that needs no installation accepts it, and refuses a bad one', async () => {
    const folder = tempDir('released-page');
    const path = (name: string) => join(folder, name);
    writeFileSync(path('verify.html'), verifyingPage());
    expect((await runCli(['seal', '--page', path('compiled.html')])).code).toBe(0);
    writeFileSync(path('good.zip'), seal);
    writeFileSync(
      path('bad.zip'),
      await remade(seal, (parts) => Object.assign(value(parts), { value: '7777' })),
    );
    const chrome = await browser();
    try {
      for (const html of ['verify.html', 'compiled.html']) {
        const page = await (await chrome.newContext({ offline: true })).newPage();
        const errors: string[] = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.goto(pathToFileURL(path(html)).href);
        await page.setInputFiles('#file', path('good.zip'));
        await page.waitForSelector('.verdict.good', { timeout: 20_000 });
        expect(await page.locator('#result').innerText()).toMatch(/the rows are with the holder of the log/);
        await page.setInputFiles('#file', path('bad.zip'));
        await page.waitForSelector('.verdict.bad', { timeout: 20_000 });
        expect(await page.locator('#result').innerText()).toMatch(/the seal says 7777/);
        expect(errors).toEqual([]);
      }
    } finally {
      await chrome.close();
    }
  });
});

test('after a further release a seal is of that one, and the earlier seal stays good', async () => {
  const later = () => new Date('2026-03-05T12:00:00Z');
  await addTo(project, [monthLog(tempDir('later-logs'), '2026-02')]);
  await build(project);
  expect(await publish({ project, out: join(project, 'site') }, recordingEffects({ now: later }))).toBe(0);
  const again = await open(project);
  const [one] = await prepareReleases(again, null);
  again.close();
  const next = (one as NonNullable<typeof one>).published;
  expect(next.releases.map(({ date }) => date)).toEqual(['2026-01-15', '2026-03-05']);
  const more = { releases: [next] };
  const same = await opened(await sealed('searches.searches', asked(shown.values), more));
  expect(same.document.values[0]?.value).toBe(String(shown.shown));
  expect(same.document.statement).toContain('in the release of 2026-03-05');
  expect(await checkSeal(seal)).toMatchObject({ complete: true, valid: true });

  const yearly = next.tables.find(({ id }) => id === 'network-organisation-year')?.rows ?? [];
  const part = yearly.find(({ values, shown: n }) => values['year'] === '2026' && typeof n === 'number');
  const where = asked((part as ReleasedRow).values);
  const partial = await opened(await sealed('searches.searches', where, more));
  expect(partial.document.values[0]).toMatchObject({ value: String(part?.shown), through: part?.through });
  expect(partial.document.statement).toContain(`counted through ${part?.through}`);
  const asClaim = sealReleasedClaim({ ...context, ...more }, { ...claim, where });
  await expect(asClaim).rejects.toThrow(/one cell of a month or a whole year/);
}, 120_000);
