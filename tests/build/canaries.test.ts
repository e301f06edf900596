import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleCanaries } from '../../examples/canaries.ts';
import { commands } from '../../src/cli/commands.ts';
import { workbook, zip } from '../read/support/zip.ts';
import { emptyProject, exampleCopy } from '../support/projects.ts';
import { root } from '../support/root.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';
import { walkBytes } from '../support/walk-bytes.ts';

/** Invented persons, each planted in one place; none may be in a byte that the program writes outside originals/. */
const planted = {
  creator: 'Tamsin Oakhollow',
  title: 'Barnaby Quillfeather',
  link: 'petronella.voss@example.invalid',
  linkQuery: 'ignatius.marrow@example.invalid',
  mailto: 'rosalind.thatch@example.invalid',
  extraColumn: 'Leopold Nightingate',
  extraHeader: 'Seraphina Wolde',
  blankHeader: 'Cornelius Ashbrook',
  phone: '555-0142-7781',
  state: 'Dorothea Pinewhistle',
  agency: 'Gideon Larkspire',
  type: 'Harriet Mossgrove',
  county: 'Phineas Coldwater-Bligh',
  model: 'Wilhelmina Starkey',
  signed: 'Augustin Pembersea',
  moa: 'Evangeline Rooksby',
  addendum: 'Thaddeus Millbrand',
  agencyMail: 'sheriff.quince@example.invalid',
  countyPhone: '555-0199-3342',
  comment: 'Mortimer Hazelwick',
  csvRow: 'Clementine Underhay',
  csvColumn: 'Barrington Vale-Oxley',
} as const;
const canaries = [...Object.values(planted), ...Object.values(exampleCanaries)];

const letter = (index: number) => String.fromCharCode(65 + index);
const cell = (text: string, column: number, row: number) =>
  `<c r="${letter(column)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
const rowOf = (texts: readonly string[], row: number) =>
  `<row r="${row}">${texts.map((text, index) => cell(text, index, row)).join('')}</row>`;

const headers = [
  'STATE',
  'LAW ENFORCEMENT AGENCY',
  'TYPE',
  'COUNTY',
  'SUPPORT TYPE',
  'SIGNED',
  'MOA',
  'ADDENDUM',
];
const good = [
  'FLORIDA',
  "Osterhollow County Sheriff's Office (invented)",
  'County',
  'Baker County',
  'Task Force Model',
  '2026-01-02',
  'link',
  '',
];
/** The same row with a person in one cell: as a shifted row has it. */
const shifted = (column: number, text: string) =>
  good.map((value, index) => (index === column ? text : value));

function plantedWorkbook(): Buffer {
  const rows = [
    [...headers, planted.extraHeader, ''],
    [...good, planted.extraColumn, planted.blankHeader],
    shifted(0, planted.state),
    shifted(1, planted.agency),
    shifted(1, planted.agencyMail),
    shifted(1, `Police ${planted.phone}`),
    shifted(2, planted.type),
    shifted(3, planted.county),
    shifted(3, `County ${planted.countyPhone}`),
    shifted(4, planted.model),
    shifted(5, planted.signed),
    shifted(6, planted.moa),
    shifted(7, planted.addendum),
  ];
  const data = `Target="https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib%2F287gMOA%2Fa.pdf&amp;data=05%7C02%7C${encodeURIComponent(planted.link)}%7C0&amp;reserved=0"`;
  const links = [
    data,
    `Target="https://www.ice.gov/doclib/b.pdf?who=${planted.linkQuery}"`,
    `Target="mailto:${planted.mailto}"`,
  ];
  return workbook(rows.map((texts, index) => rowOf(texts, index + 1)).join(''), {
    after: `<hyperlinks>${links.map((_, index) => `<hyperlink ref="G${index + 2}" r:id="rId${index + 1}"/>`).join('')}</hyperlinks>`,
    rels: links
      .map(
        (link, index) =>
          `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" ${link} TargetMode="External"/>`,
      )
      .join(''),
    core: `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>${planted.creator}</dc:creator><dc:title>${planted.title}</dc:title><dc:description>${planted.comment}</dc:description><dcterms:modified>2026-01-05T12:00:00Z</dcterms:modified></cp:coreProperties>`,
  });
}

/** What a command wrote to the terminal is searched as a file is. */
const said: CliResult[] = [];
async function run(folder: string, ...args: string[]): Promise<CliResult> {
  const result = await runCli([...args, '--project', folder], { timeout: 110_000 });
  said.push(result);
  return result;
}

async function search(folder: string): Promise<{ findings: unknown[]; files: string[] }> {
  const terminal = tempDir('terminal');
  said.splice(0).forEach((result, index) => {
    writeFileSync(join(terminal, `${index}.out`), result.stdout);
    writeFileSync(join(terminal, `${index}.err`), result.stderr);
  });
  const skip = (path: string) => /^(originals|released)(\/|$)/.test(path);
  const [project, shown] = [await walkBytes(folder, canaries, { skip }), await walkBytes(terminal, canaries)];
  return { findings: [...project.findings, ...shown.findings], files: project.files };
}

const canPublish =
  commands.some((command) => command.name === 'publish') &&
  existsSync(join(root, 'dist', 'cli', 'publish.js'));

describe('nothing of a person is in any byte written', () => {
  let folder = '';
  beforeAll(async () => {
    folder = emptyProject();
    const given = join(tempDir('given'), 'lists');
    mkdirSync(given);
    writeFileSync(join(given, 'participatingAgencies01052026pm.xlsx'), plantedWorkbook());
    writeFileSync(
      join(given, 'participatingAgencies-20250107083012.csv'),
      `STATE,LAW ENFORCEMENT AGENCY,SUPPORT TYPE,SIGNED,MOA,${planted.csvColumn}\n${good[0]},Quenmere Police Department (invented),Task Force Model,2025-01-02,link,${planted.csvColumn}\n${planted.csvRow}\n"${planted.csvRow},x\n`,
    );
    const added = await run(folder, 'add', given);
    expect(added.code === 0 || added.code === 3).toBe(true);
  });

  test('the canaries are in the files that were given', async () => {
    const there = await walkBytes(folder, canaries, { skip: (path) => !path.startsWith('originals') });
    const found = new Set(there.findings.map((finding) => finding.canary));
    const plain = Object.entries(planted).filter(([name]) => !['csvRow', 'csvColumn'].includes(name));
    expect(plain.filter(([, canary]) => !found.has(canary))).toEqual([]);
  });

  test('through every command', async () => {
    expect((await run(folder, 'build')).code).toBe(0);
    await run(folder, 'status');
    await run(folder, 'status', '--json');
    for (const figure of ['agreements.agreements', 'agreements.agencies', 'agreements.states']) {
      expect((await run(folder, 'figure', figure, '--by', 'county', '--by', 'type')).code).toBe(0);
      expect((await run(folder, 'trace', figure, '--json')).code).toBe(0);
    }
    await run(folder, 'trace', 'agreements.agencies', '--as-of', '2026-01-05');
    if (canPublish) expect((await run(folder, 'publish')).code).toBe(0);
    const { findings, files } = await search(folder);
    expect(findings).toEqual([]);
    expect(files.filter((name) => name.endsWith('.parquet')).length).toBeGreaterThan(10);
    if (canPublish) expect(files.filter((name) => name.startsWith('site/')).length).toBeGreaterThan(5);
    else process.stderr.write('\n!!! NOT TESTED: canaries in the site (there is no publish yet).\n\n');
  });

  test('the good rows are there all the same, and the others are counted', async () => {
    const status = JSON.parse((await run(folder, 'status', '--json')).stdout);
    const [list] = status.editions.filter(
      (edition: { layout: string }) => edition.layout === 'participating-8',
    );
    expect(list).toMatchObject({ records: 13, header: 1, withheld: 4, kept: 8, rejected: 0, blank: 0 });
  });
});

test('on the paths of failure: mistaken arguments, damaged files, a project that is broken', async () => {
  const folder = emptyProject();
  const given = tempDir('given');
  const whole = plantedWorkbook();
  const files: Record<string, Buffer | string> = {
    'cut.xlsx': whole.subarray(0, whole.length - 200),
    'flipped.xlsx': Buffer.from(
      whole.map((byte, index) => (index > 900 && index < 960 ? byte ^ 0xff : byte)),
    ),
    'unknown.csv': `name,phone\n${planted.csvRow},${planted.phone}\n`,
    'prose.txt': `Dear ${planted.creator},\nplease call ${planted.phone}.\n`,
    'page.html': `<!DOCTYPE html><title>${planted.title}</title>`,
    'letter.docx': zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: `<w>${planted.agency}</w>` },
    ]),
    'open-quote.csv': `${headers.join(',')}\n${good.join(',')}\n"${planted.csvRow},never closed\n${good.join(',')}\n`,
    'archive.zip': zip([
      { name: `${planted.csvColumn}/list.csv`, data: `name,phone\n${planted.csvRow},1\n` },
    ]),
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(given, name), bytes);
  const explicit = await run(folder, 'add', ...Object.keys(files).map((name) => join(given, name)));
  expect(explicit.code).toBe(3);
  expect(explicit.stderr).not.toContain('CF-FAULT');
  await run(folder, 'add', given);
  await run(folder, 'build');
  writeFileSync(
    join(folder, 'records', 'journal.ndjson'),
    `{"seq":1,"type":"added","edition":"x","name":"y"}\n`,
  );
  expect((await run(folder, 'build')).code).toBe(3);
  const { findings } = await search(folder);
  expect(findings).toEqual([]);
});

test('the examples: their canaries stay in originals/', async () => {
  const copy = await exampleCopy();
  expect((await run(copy, 'build')).code).toBe(0);
  if (canPublish) expect((await run(copy, 'publish')).code).toBe(0);
  const { findings, files } = await search(copy);
  expect(findings).toEqual([]);
  expect(files.length).toBeGreaterThan(60);
  const there = await walkBytes(join(copy, 'originals'), [exampleCanaries.creator, exampleCanaries.email]);
  expect(there.findings.length).toBeGreaterThan(10);
  expect(readFileSync(join(copy, 'counterfoil.yaml'), 'utf8')).toContain('Invented');
});
