import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../../src/build/workspace.ts';
import { readClaims } from '../../src/claims/read-claims.ts';
import { registry } from '../../src/kinds/registry.ts';
import { generateNoteKey, type NoteSigner, noteSigner, signNote } from '../../src/project/note.ts';
import type { ProjectPaths } from '../../src/project/paths.ts';
import { declarationProblems } from '../../src/seals/declaration.ts';
import { type SealContext, sealClaim, sealFigure } from '../../src/seals/make-seal.ts';
import { checkSeal } from '../../src/seals/portable/check.ts';
import type { SealDocument, SealedRow } from '../../src/seals/portable/document.ts';
import { openSeal } from '../../src/seals/portable/open.ts';
import { signedText } from '../../src/seals/portable/signature.ts';
import { writeZip } from '../../src/seals/portable/zip.ts';
import { buildIn, exampleProject } from '../support/example-project.ts';
import { runCli } from '../support/run-cli.ts';
import { zipEntries } from '../support/zip-entries.ts';
import { filesOf, type Parts, remade, withFiles } from './tamper.ts';

let paths: ProjectPaths;
let workspace: Workspace;
let context: SealContext;
let signer: NoteSigner;
/** A distinct count, a verdict on a growth, and a signed count. */
let seal: Uint8Array;
let claimSeal: Uint8Array;
let signed: Uint8Array;

const figure = (id: string) => registry.figure(id) as NonNullable<ReturnType<typeof registry.figure>>;
const everything = { where: {}, by: [] };

beforeAll(async () => {
  paths = await exampleProject();
  workspace = await openWorkspace(paths, registry);
  const dates = workspace.editions
    .filter((edition) => edition.source === 'ice-participating')
    .map((edition) => edition.asOf)
    .sort();
  writeFileSync(
    join(paths.claims, 'growth.yaml'),
    `claims:
  - id: grew
    sentence: "The invented program grew by 12% in all."
    published: { by: An invented paper }
    figure: agreements.agreements
    change: { from: ${dates[0]}, to: ${dates.at(-1)}, in: percent }
    states: 12%
`,
  );
  workspace.close();
  await buildIn(paths);
  workspace = await openWorkspace(paths, registry);
  signer = (await noteSigner((await generateNoteKey('desk.example')).signer)) as NoteSigner;
  context = { bench: workspace, registry, paths, project: 'Invented', program: 'counterfoil test' };
  seal = await sealFigure(context, figure('agreements.agencies'), everything);
  signed = await sealFigure({ ...context, signer }, figure('agreements.agreements'), {
    ...everything,
    where: { model: ['task-force'] },
  });
  const claim = (await readClaims(paths.claims, registry.figures)).find((one) => one.id === 'grew');
  claimSeal = await sealClaim(context, claim as NonNullable<typeof claim>);
});
afterAll(() => workspace.close());

describe('a good seal', () => {
  test('is complete and valid', async () => {
    for (const one of [seal, claimSeal, signed])
      expect(await checkSeal(one)).toMatchObject({ complete: true, valid: true, problems: [], missing: [] });
    expect((await checkSeal(signed, signer.verifier)).signature).toEqual({
      state: 'good',
      signer: signer.verifier,
    });
  });

  test.each(registry.figures.map((one) => one.id))('of %s', async (id) => {
    const bytes = await sealFigure(context, figure(id), everything).catch(
      (error: { code?: string }) => error.code,
    );
    if (typeof bytes === 'string') expect(bytes).toBe('CF-SEAL-001');
    else expect(await checkSeal(bytes as Uint8Array)).toMatchObject({ complete: true, valid: true });
  });

  test('is the same bytes each time', async () => {
    const again = await sealFigure(context, figure('agreements.agencies'), everything);
    expect(Buffer.from(again).equals(Buffer.from(seal))).toBe(true);
  });

  test('is a plain zip for other programs', () => {
    const entries = zipEntries(Buffer.from(seal));
    expect(entries.map((entry) => entry.name)).toContain('index.html');
  });

  test('has a page and citations that hold what a reader needs', async () => {
    const files = filesOf(seal);
    const read = (name: string) => new TextDecoder().decode(files.get(name));
    const { seal: opened } = await openSeal(files);
    for (const name of ['index.html', 'citation.txt', 'citation.bib', 'citation.json']) {
      expect(read(name)).toContain(opened?.editions[0]?.sha256);
      expect(read(name)).not.toMatch(/<script|<img|<link/);
    }
    expect(JSON.parse(read('citation.json'))).toMatchObject([
      {
        type: 'dataset',
        publisher: expect.any(String),
        issued: { 'date-parts': [[expect.any(Number), expect.any(Number), expect.any(Number)]] },
      },
    ]);
    expect(read('citation.bib')).toMatch(/^@misc\{[\w-]+,\n( {2}\w+ = \{.*\},?\n)+\}\n$/);
  });

  test('has the definition and the SQL of this program', async () => {
    const files = filesOf(seal);
    const { seal: opened } = await openSeal(files);
    expect(opened && declarationProblems(opened, files, registry)).toEqual([]);
    const other = filesOf(
      await remade(seal, ({ document }) => Object.assign(document.figure, { definition: 'Something else.' })),
    );
    const { seal: lying } = await openSeal(other);
    expect(lying && declarationProblems(lying, other, registry)).toMatchObject([{ code: 'definition' }]);
    const asked = filesOf(
      await remade(seal, ({ files: all }) => all.set('sql/1.sql', new TextEncoder().encode('select 1\n'))),
    );
    const { seal: otherSql } = await openSeal(asked);
    expect(otherSql && declarationProblems(otherSql, asked, registry)).toMatchObject([{ code: 'sql' }]);
  });
});

/** The parts of the first file of rows. */
const firstRows = ({ rows }: Parts) => [...rows.values()][0] as SealedRow[];
const measure = ({ document }: Parts) => document.measures[0] as SealDocument['measures'][number];
const text = (files: Map<string, Uint8Array>, name: string, change: (before: string) => string) =>
  files.set(name, new TextEncoder().encode(change(new TextDecoder().decode(files.get(name)))));
/** What a careful forger does: sets total and values to what the changed rows give. */
const recounted = (parts: Parts, value: string) => {
  const one = measure(parts);
  one.value = value;
  Object.assign(one.parts[0] as object, { value, total: firstRows(parts).length });
};
const flip = (bytes: Uint8Array, at: number) =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));
const bare = (change: (files: Map<string, Uint8Array>) => void) => () => withFiles(seal, change);
const forged =
  (change: (parts: Parts) => void, keep = {}) =>
  () =>
    remade(seal, change, keep);
const forgedClaim =
  (change: (parts: Parts) => void, keep = {}) =>
  () =>
    remade(claimSeal, change, keep);
const claimOf = ({ document }: Parts) => document.claim as NonNullable<SealDocument['claim']>;

/** What was done to a seal, and the code of the reason for which it is refused ("missing" where a part is not there). */
const tampered: [string, () => Uint8Array | Promise<Uint8Array>, string][] = [
  ['an empty file', () => new Uint8Array(), 'zip'],
  ['not a zip', () => new TextEncoder().encode('a seal, on my word'), 'zip'],
  ['cut in the middle', () => seal.slice(0, seal.length >> 1), 'zip'],
  ['its last byte gone', () => seal.slice(0, -1), 'zip'],
  ['a byte behind it', () => Uint8Array.of(...seal, 0), 'zip'],
  ['a byte before it', () => Uint8Array.of(0, ...seal), 'zip'],
  ['a bit flipped in the first file', () => flip(seal, 60), 'zip'],
  ['a bit flipped in the directory', () => flip(seal, seal.length - 40), 'zip'],
  ['a bit flipped in the end record', () => flip(seal, seal.length - 3), 'zip'],
  ['another time stamp', () => flip(seal, 10), 'zip'],
  ['a file compressed', () => compressedFirst(seal), 'zip'],
  ['the same file twice', () => twice(seal), 'zip'],
  ['a file outside its folder', bare((files) => files.set('../outside', new Uint8Array(1))), 'zip'],
  ['no seal.json', bare((files) => files.delete('seal.json')), 'missing'],
  ['no rows', bare((files) => files.delete('rows/1-1.ndjson')), 'missing'],
  ['no SQL', bare((files) => files.delete('sql/1.sql')), 'missing'],
  ['no page', bare((files) => files.delete('index.html')), 'missing'],
  ['no proofs', bare((files) => files.delete('journal/entries.json')), 'missing'],
  [
    'no signature where one is named',
    () => withFiles(signed, (files) => files.delete('seal.note')),
    'missing',
  ],
  ['a file that is not listed', bare((files) => files.set('extra.txt', new Uint8Array(3))), 'stranger'],
  [
    'a listed file that no seal has',
    forged(({ files }) => files.set('extra.txt', new Uint8Array(3))),
    'stranger',
  ],
  ['a signature where none is named', bare((files) => files.set('seal.note', new Uint8Array(3))), 'stranger'],
  [
    'a row changed',
    bare((files) => text(files, 'rows/1-1.ndjson', (rows) => rows.replace('"row":2', '"row":3'))),
    'hash',
  ],
  [
    'the SQL changed',
    bare((files) => text(files, 'sql/1.sql', (sql) => sql.replace('select', 'SELECT'))),
    'hash',
  ],
  ['a citation changed', bare((files) => text(files, 'citation.txt', (line) => `${line} `)), 'hash'],
  [
    'a manifest changed',
    bare((files) => {
      for (const name of files.keys())
        if (name.startsWith('manifests/'))
          text(files, name, (all) => all.replace('"schema": 1', '"schema": 2'));
    }),
    'hash',
  ],
  [
    'seal.json with a blank',
    bare((files) => text(files, 'seal.json', (all) => all.replace(',', ', '))),
    'form',
  ],
  [
    'seal.json with a key twice',
    bare((files) =>
      text(files, 'seal.json', (all) => all.replace('{"claim":null', '{"claim":null,"claim":null')),
    ),
    'form',
  ],
  ['seal.json that is not JSON', bare((files) => text(files, 'seal.json', () => 'no')), 'form'],
  ['an unknown key in seal.json', forged(({ document }) => Object.assign(document, { more: 1 })), 'form'],
  ['a value that is no number', forged((parts) => Object.assign(measure(parts), { value: 'many' })), 'form'],
  ['another version of seals', forged(({ document }) => Object.assign(document, { seal: 2 })), 'version'],
  ['the value changed, all made again', forged((parts) => recounted(parts, '9999')), 'recount'],
  [
    'the value changed in one place only',
    forged((parts) => Object.assign(measure(parts), { value: '9999' })),
    'recount',
  ],
  [
    'a row taken out',
    forged((parts) => {
      firstRows(parts).shift();
    }),
    'rows',
  ],
  [
    'a row twice',
    forged((parts) => {
      const rows = firstRows(parts);
      rows.push(rows[0] as SealedRow);
    }),
    'rows',
  ],
  [
    'another total',
    forged((parts) => Object.assign(measure(parts).parts[0] as object, { total: 1 })),
    'rows',
  ],
  [
    'a row of an edition that is not there',
    forged((parts) => Object.assign(firstRows(parts)[0] as object, { edition: 'ffffffffffffffff' })),
    'rows',
  ],
  [
    'a row behind the end of its file',
    forged((parts) => Object.assign(firstRows(parts)[0] as object, { row: 999999 })),
    'rows',
  ],
  [
    'a row at another place',
    forged((parts) => Object.assign(firstRows(parts)[0] as object, { place: 'row 1' })),
    'rows',
  ],
  [
    'a row in another file',
    forged((parts) => Object.assign(firstRows(parts)[0] as object, { file: 'other.xlsx' })),
    'rows',
  ],
  [
    'a row with another column',
    forged((parts) => Object.assign((firstRows(parts)[0] as SealedRow).key, { zzz: 1 })),
    'rows',
  ],
  [
    'rows that the filter leaves out',
    () =>
      remade(signed, (parts) =>
        Object.assign((firstRows(parts)[0] as SealedRow).key, { model: 'jail-enforcement' }),
      ),
    'rows',
  ],
  [
    'counted by another form',
    forged((parts) =>
      Object.assign(measure(parts).parts[0] as object, {
        form: 'count',
        value: String(firstRows(parts).length),
      }),
    ),
    'parts',
  ],
  [
    'a second part',
    forged((parts) => {
      measure(parts).parts.push({ ...(measure(parts).parts[0] as object) } as never);
    }),
    'parts',
  ],
  [
    'a second value',
    forged(({ document }) => {
      document.measures.push({ ...(document.measures[0] as object) } as never);
    }),
    'parts',
  ],
  [
    'an edition with the hash of another file',
    forged(({ editions }) => Object.assign(editions[0] as object, { sha256: 'ab'.repeat(32) })),
    'edition',
  ],
  [
    'an edition that no value uses',
    forged(({ document }) => Object.assign(document.measures[0] as object, { editions: [] })),
    'edition',
  ],
  [
    'an edition listed twice',
    forged(({ editions }) => {
      editions.push({ ...(editions[0] as (typeof editions)[0]) });
    }),
    'edition',
  ],
  [
    'another date of the value',
    forged((parts) => Object.assign(measure(parts), { as_of: '2031-01-01' })),
    'edition',
  ],
  [
    'a date before all editions',
    forged((parts) => {
      const one = measure(parts);
      one.query = { ...one.query, asOf: '1999-01-01' };
      one.as_of = '1999-01-01';
    }),
    'edition',
  ],
  [
    'a date before all editions, which are said to be undated',
    forged((parts) => {
      const one = measure(parts);
      one.query = { ...one.query, asOf: '1999-01-01' };
      one.as_of = '1999-01-01';
      for (const edition of parts.editions) edition.as_of_from = 'undated';
    }),
    'manifest',
  ],
  [
    'known before it was obtained',
    forged((parts) => {
      measure(parts).query.knownAt = '1999-01-01T00:00:00.000Z';
    }),
    'edition',
  ],
  ['an edition under another name', forged((parts) => renameEdition(parts)), 'manifest'],
  [
    'an edition of another publisher',
    forged(({ editions }) => Object.assign(editions[0] as object, { publisher: 'Somebody else' })),
    'manifest',
  ],
  [
    'records with another hash',
    forged(({ editions }) => Object.assign(editions[0] as object, { records_sha256: 'cd'.repeat(32) })),
    'manifest',
  ],
  ['a manifest rewritten, all made again', forged((parts) => rewriteManifest(parts)), 'manifest'],
  [
    'no manifest',
    forged(({ files }) => {
      for (const name of [...files.keys()]) if (name.startsWith('manifests/')) files.delete(name);
    }),
    'manifest',
  ],
  [
    'another time of obtaining',
    forged(({ editions }) => Object.assign(editions[0] as object, { obtained: '2020-01-01T00:00:00.000Z' })),
    'manifest',
  ],
  [
    'no entry of the journal',
    forged(({ entries }) => {
      entries.length = 0;
    }),
    'manifest',
  ],
  [
    'an entry rewritten',
    forged(({ entries }) => {
      const one = entries[0] as (typeof entries)[0];
      one.line = one.line.replace('2026', '2025');
    }),
    'proof',
  ],
  [
    'a proof with a hash changed',
    forged(({ entries }) => {
      const one = entries[0] as (typeof entries)[0];
      one.proof[0] = Buffer.alloc(32).toString('base64');
    }),
    'proof',
  ],
  [
    'a proof cut short',
    forged(({ entries }) => {
      (entries[0] as (typeof entries)[0]).proof.pop();
    }),
    'proof',
  ],
  [
    'an entry at another place',
    forged(({ entries }) => {
      (entries[0] as (typeof entries)[0]).index += 1;
    }),
    'proof',
  ],
  [
    'another checkpoint',
    forged(({ files }) =>
      files.set(
        'journal/checkpoint',
        new TextEncoder().encode(`other\n9\n${Buffer.alloc(32).toString('base64')}\n\n`),
      ),
    ),
    'proof',
  ],
  [
    'a checkpoint that is none',
    forged(({ files }) => files.set('journal/checkpoint', new TextEncoder().encode('nothing'))),
    'checkpoint',
  ],
  [
    'the page rewritten',
    forged(({ files }) => text(files, 'index.html', (page) => page.replace('</h1>', '!</h1>')), {
      pages: true,
    }),
    'page',
  ],
  [
    'the citation rewritten',
    forged(({ files }) => text(files, 'citation.bib', (bib) => bib.replace('year', 'yeer')), { pages: true }),
    'page',
  ],
  [
    'the statement rewritten',
    forged(({ document }) => Object.assign(document, { statement: 'It is so.' }), { statement: true }),
    'statement',
  ],
  [
    'the verdict turned',
    forgedClaim((parts) => {
      claimOf(parts).verdict = claimOf(parts).verdict === 'holds' ? 'differs' : 'holds';
    }),
    'verdict',
  ],
  [
    'the verdict turned with its number',
    forgedClaim((parts) => {
      const claim = claimOf(parts);
      const holds = claim.verdict !== 'holds';
      claim.verdict = holds ? 'holds' : 'differs';
      for (const number of claim.numbers) number.holds = holds;
    }),
    'verdict',
  ],
  [
    'the growth changed',
    forgedClaim((parts) => {
      (claimOf(parts).numbers[0] as { value: string }).value = '12';
    }),
    'claim',
  ],
  [
    'the two ends exchanged',
    forgedClaim((parts) => {
      claimOf(parts).numbers[0]?.measures.reverse();
    }),
    'claim',
  ],
  [
    'the stated number changed',
    forgedClaim((parts) => {
      (claimOf(parts).numbers[0] as { stated: string }).stated = '950%';
    }),
    'claim',
  ],
  [
    'a claim without numbers',
    forgedClaim((parts) => {
      claimOf(parts).numbers = [];
    }),
    'claim',
  ],
  [
    'another filter than the value’s',
    forgedClaim((parts) => {
      (claimOf(parts).numbers[0] as { where: object }).where = { state: ['FL'] };
    }),
    'claim',
  ],
  [
    'a signed seal changed and made again',
    () => remade(signed, ({ document }) => Object.assign(document, { title: 'Other' })),
    'signature',
  ],
  ['a signature by another key', () => otherKey(), 'signature'],
  [
    'a key that is none',
    () => remade(signed, ({ document }) => Object.assign(document, { signer: 'desk.example+00000000+AAAA' })),
    'signature',
  ],
  [
    'the signature of another seal',
    () =>
      withFiles(signed, (files) =>
        text(files, 'seal.note', (note) =>
          note.replace(/^[^\n]*\n[^\n]*/, `counterfoil seal\n${Buffer.alloc(32).toString('base64')}`),
        ),
      ),
    'signature',
  ],
];

describe(`${tampered.length} kinds of tampered seals are refused`, () => {
  test.each(tampered)('%s', async (_name, make, code) => {
    const found = await checkSeal(await make());
    expect(found.valid && found.complete).toBe(false);
    expect(found.proves).toEqual([]);
    if (code === 'missing')
      expect(found).toMatchObject({ complete: false, valid: false, missing: [expect.any(String)] });
    else expect(found.problems.map((problem) => problem.code)).toContain(code);
    for (const problem of found.problems) expect(problem.says).toMatch(/\w+ \w+/);
  });

  test('an unsigned seal where a signature is asked for', async () => {
    expect((await checkSeal(seal, signer.verifier)).problems).toMatchObject([{ code: 'signature' }]);
  });

  test('any one bit', async () => {
    for (let at = 0; at < seal.length; at += Math.ceil(seal.length / 200)) {
      const found = await checkSeal(flip(seal, at));
      expect(found.valid && found.complete, `byte ${at}`).toBe(false);
    }
  });
});

describe('the command', () => {
  test('accepts a good seal without a project, and refuses a bad one with exit code 1', async () => {
    const [good, bad] = [join(paths.root, 'good.zip'), join(paths.root, 'bad.zip')];
    writeFileSync(good, seal);
    writeFileSync(bad, await remade(seal, (parts) => recounted(parts, '9999')));
    const fine = await runCli(['verify', good], { cwd: '/' });
    expect(fine.stdout).toMatch(/complete, valid, not signed/);
    expect(fine.code).toBe(0);
    const refused = await runCli(['verify', bad, '--json'], { cwd: '/' });
    expect(JSON.parse(refused.stdout)).toMatchObject({ valid: false, complete: true });
    expect(refused.code).toBe(1);
  });
});

function compressedFirst(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.writeUInt16LE(8, 8);
  return changed.length > 0 && deflateRawSync(changed).length > 0 ? changed : bytes;
}

function twice(bytes: Uint8Array): Uint8Array {
  const one = Buffer.from(writeZip(new Map([['a', new Uint8Array(1)]])));
  const local = one.subarray(0, 32);
  return Buffer.concat([local, local, bytes]);
}

function renameEdition(parts: Parts): void {
  const [edition] = parts.editions;
  if (!edition) return;
  for (const row of firstRows(parts)) if (row.edition === edition.edition) row.file = 'renamed.xlsx';
  edition.name = 'renamed.xlsx';
}

function rewriteManifest({ files, editions }: Parts): void {
  const [edition] = editions;
  if (!edition) return;
  text(files, `manifests/${edition.edition}.json`, (all) =>
    all.replace(/"publisher": "[^"]*"/, '"publisher": "Somebody else"'),
  );
  edition.publisher = 'Somebody else';
}

async function otherKey(): Promise<Uint8Array> {
  const other = (await noteSigner((await generateNoteKey('desk.example')).signer)) as NoteSigner;
  const note = await signNote(await signedText(filesOf(signed).get('seal.json') as Uint8Array), [other]);
  return withFiles(signed, (files) => files.set('seal.note', new TextEncoder().encode(note)));
}
