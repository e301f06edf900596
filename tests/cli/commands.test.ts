import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as figureCommand from '../../src/cli/figure.ts';
import * as statusCommand from '../../src/cli/status.ts';
import { registry } from '../../src/kinds/registry.ts';
import { workbook, zip } from '../read/support/zip.ts';
import {
  emptyProject,
  exampleCopy,
  exampleLists,
  exampleProject,
  recordingEffects,
} from '../support/projects.ts';
import { root } from '../support/root.ts';
import { type CliResult, runCli } from '../support/run-cli.ts';
import { tempDir } from '../support/temp-dir.ts';

let example = '';
/** The same, built by the sources that this process runs. */
let own = '';
let lists = '';
beforeAll(async () => {
  own = (await exampleProject()).folder;
  example = await exampleCopy();
  // The program as it is compiled is another version than its sources: it builds for itself.
  await runCli(['build', '--project', example]);
  lists = await exampleLists();
});

/** The program as a person's script runs it; its work is in this process's own version of the code. */
async function json(...args: string[]) {
  const result = await runCli([...args, '--json']);
  expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: expect.any(String) });
  return JSON.parse(result.stdout);
}

const oneLine = (result: CliResult, code: string) => {
  const [first = '', second = '', ...rest] = result.stderr.trimEnd().split('\n');
  expect(first).toMatch(new RegExp(`^${code} `));
  expect(second).toMatch(/^ {2}\S/);
  expect(rest).toEqual([]);
  expect(result.stdout).toBe('');
};

describe('a command that is called wrongly', () => {
  test.each<[string[], string, string]>([
    [['trace'], "missing required argument 'id'", 'counterfoil trace agreements.agencies --as-of'],
    [['check'], "missing required argument 'sentence'", 'counterfoil check "39 states'],
    [['figure', '--bye', 'x'], '(Did you mean --by?)', 'counterfoil figure agreements.agencies'],
  ])('%s shows how it is called', async (args, says, example) => {
    const { code, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
    expect(stderr).toContain(`  For example: ${example}`);
    expect(stderr).toContain(`  All of it: counterfoil ${args[0]} --help`);
  });

  test('a seal or a folder that there is not is said, whatever the project is like', async () => {
    oneLine(await runCli(['verify', 'nowhere.seal.zip', '--project', example]), 'CF-SEAL-009');
    oneLine(
      await runCli(['doctor', '--originals', join(example, 'nowhere'), '--project', example]),
      'CF-DOCTOR-003',
    );
  });
});

describe('figure', () => {
  test('--json is one document of the shape that is promised', async () => {
    const found = await json('figure', 'agreements.agencies', '--as-of', '2026-02-05', '--project', example);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['id', 'unit', 'as_of', 'rows', 'editions']));
    expect(found).toMatchObject({
      id: 'agreements.agencies',
      unit: 'agencies',
      as_of: '2026-02-05',
      rows: [{ value: expect.any(Number) }],
    });
    expect(found.editions[0]).toEqual({
      edition: expect.stringMatching(/^[0-9a-f]{16}$/),
      name: expect.stringMatching(/\.xlsx$/),
      source: expect.stringMatching(/^ice-/),
      as_of: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('before the first edition the value is null, with why, and the exit code 0', async () => {
    const found = await json('figure', 'agreements.agencies', '--as-of', '2020-01-01', '--project', example);
    expect(found).toMatchObject({ as_of: '2020-01-01', rows: [{ value: null, why: expect.any(String) }] });
    expect(found.rows).toHaveLength(1);
  });

  test('into a pipe one JSON object a line, without colours; notes go to stderr', async () => {
    const { code, stdout, stderr } = await runCli([
      'figure',
      'agreements.agreements',
      '--by',
      'state',
      '--by',
      'model',
      '--project',
      example,
    ]);
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) expect(Object.keys(row)).toEqual(['state', 'model', 'value']);
    const keys = rows.map((row) => `${row.state} ${row.model}`);
    expect(keys).toEqual([...keys].sort());
    expect(stderr).toMatch(/^from participatingAgencies06042026am\.xlsx, as of 2026-06-04$/m);
    expect(stdout + stderr).not.toContain('\u001b');
  });

  test('on a terminal a table', async () => {
    const effects = recordingEffects({ interactive: true });
    await figureCommand.run({ id: 'agreements.agreements', by: ['model'], where: [], project: own }, effects);
    const lines = effects.out().split('\n');
    expect(lines[0]).toMatch(/^Agreements in force, as of 2026-06-04/);
    expect(lines[1]).toMatch(/^model {2,}agreements$/);
    expect(new Set(lines.slice(1, 4).map((line) => line.length)).size).toBe(1);
  });

  test('without an id all are listed', async () => {
    const { stdout, code } = await runCli(['figure', '--project', example]);
    expect(code).toBe(0);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect(ids).toEqual(registry.figures.map((figure) => figure.id));
    expect(ids).toContain('agreements.population_covered');
  });
});

test('trace shows the definition, the SQL, and each counted agency with its rows', async () => {
  const args = [
    'trace',
    'agreements.agencies',
    '--as-of',
    '2026-02-05',
    '--where',
    'state=FL',
    '--project',
    example,
  ];
  const found = await json(...args);
  expect(Object.keys(found)).toEqual(
    expect.arrayContaining(['id', 'definition', 'sql', 'query', 'answer', 'parts', 'editions', 'program']),
  );
  const [part] = found.parts;
  expect(part.rows[0]).toMatchObject({
    edition: expect.stringMatching(/^[0-9a-f]{16}$/),
    row: expect.any(Number),
    place: expect.stringMatching(/^row \d+$/),
    file: 'participatingAgencies02052026pm.xlsx',
    sheet: 'Sheet1',
    key: { state: 'FL', agency_key: expect.stringContaining('(invented)') },
  });
  expect(new Set(part.rows.map((row: { key: object }) => JSON.stringify(row.key))).size).toBe(
    found.answer.rows[0].value,
  );
  const { stdout } = await runCli(args);
  expect(stdout).toContain(`Agencies with an agreement: ${found.answer.rows[0].value} agencies`);
  expect(stdout).toContain('SQL (portable text)');
  expect(stdout).toContain(found.editions.at(-1).sha256);
  expect(stdout).toMatch(
    /participatingAgencies02052026pm\.xlsx, sheet Sheet1, row \d+ {2}\(edition [0-9a-f]{16}\)/,
  );
  const limited = await json(...args, '--limit', '2');
  expect(limited.parts[0]).toMatchObject({ total: part.total });
  expect(limited.parts[0].rows).toHaveLength(2);
});

test('add, status, remove and build as JSON', async () => {
  const folder = emptyProject();
  const at = ['--project', folder];
  const added = await json('add', join(lists, 'participatingAgencies03052025am.xlsx'), ...at);
  expect(added).toEqual({
    outcomes: [
      {
        outcome: 'added',
        file: 'participatingAgencies03052025am.xlsx',
        edition: expect.stringMatching(/^[0-9a-f]{16}$/),
        layout: 'participating-6',
        source: 'ice-participating',
        records: expect.any(Number),
        kept: expect.any(Number),
        withheld: 0,
        rejected: 0,
        blank: 0,
        header: 1,
        problems: expect.arrayContaining([{ column: 'moa', code: 'link-elsewhere', count: 45 }]),
        notes: [],
      },
    ],
  });
  const { edition } = added.outcomes[0];
  expect(await json('status', ...at)).toMatchObject({
    build: 'never built',
    editions: [
      {
        edition,
        as_of: '2025-03-05',
        as_of_from: 'name',
        source: 'ice-participating',
        values_listed: expect.arrayContaining([
          { column: 'moa', code: 'link-elsewhere', count: 45, rows: expect.any(Array) },
        ]),
        notes: [],
        contradiction: null,
      },
    ],
  });
  expect(await json('build', ...at)).toMatchObject({
    changed: true,
    written: expect.arrayContaining(['agreements_listed']),
  });
  expect(await json('build', ...at)).toMatchObject({ changed: false, written: [] });
  expect(await json('status', ...at)).toMatchObject({ build: 'up to date' });
  expect(await json('remove', edition.slice(0, 6), '--why', 'a test', ...at)).toEqual({
    removed: edition,
    names: ['participatingAgencies03052025am.xlsx'],
    everywhere: false,
  });
  expect(await json('status', ...at)).toMatchObject({ build: 'out of date', editions: [] });
  expect(readdirSync(join(folder, 'originals'))).toEqual([]);
});

test('status on a terminal says the age of each list', async () => {
  const effects = recordingEffects({ interactive: true });
  await statusCommand.run({ project: own }, effects);
  expect(effects.out()).toMatch(/^\d+ editions of 3 sources; build: up to date\.\n/);
  expect(effects.out()).toContain('170');
});

describe('exit codes of mistakes', () => {
  test.each([
    [['figure', 'agreements.agency'], 'CF-FIGURE-001'],
    [['figure', 'agreements.agencies', '--by', 'sate'], 'CF-FIGURE-002'],
    [['figure', 'agreements.agencies', '--where', 'state=XX'], 'CF-FIGURE-003'],
    [['figure', 'agreements.agencies', '--as-of', 'today'], 'CF-FIGURE-004'],
    [['trace', 'x'], 'CF-FIGURE-001'],
    [['remove', 'ffffffff'], 'CF-STORE-006'],
  ])('%j: 2 and %s', async (args, code) => {
    const result = await runCli([...args, '--project', example]);
    expect(result.code).toBe(2);
    oneLine(result, code);
  });

  test('no project, not built, changed since', async () => {
    const nowhere = await runCli(['status'], { cwd: tempDir('nowhere') });
    expect(nowhere.code).toBe(2);
    oneLine(nowhere, 'CF-PROJECT-001');
    const unbuilt = await runCli(['figure', 'agreements.agencies', '--project', emptyProject()]);
    expect(unbuilt.code).toBe(2);
    oneLine(unbuilt, 'CF-BUILD-001');
  });

  test('a mistaken key in YAML: file, line, column, a caret, the nearest key', async () => {
    const folder = emptyProject('title: A\norginals: keep\n');
    const { code, stderr } = await runCli(['build', '--project', folder]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `CF-CONFIG-002 ${join(folder, 'counterfoil.yaml')}:2:1: Unknown key "orginals" in the file. Did you mean "originals"?\n  orginals: keep\n  ^\n  Put it right in counterfoil.yaml and run the command again.\n`,
    });
  });

  test.each([[['frobnicate']], [['figure', '--nonsense']], [['add']], [['trace']]])(
    '%j is no command line',
    async (args) => {
      const { code, stdout, stderr } = await runCli(args);
      expect(code).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^error: /);
    },
  );

  test('--help and --version are no errors', async () => {
    expect(await runCli(['--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/^Usage: counterfoil /),
    });
    expect(await runCli(['--version'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`,
    });
    expect(await runCli(['figure', '--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Examples:'),
    });
  });

  test('a project in use by another process: 5', async () => {
    const folder = emptyProject();
    const script = `import { lockProject } from ${JSON.stringify(join(root, 'src', 'project', 'lock.ts'))};
      lockProject(${JSON.stringify(join(folder, 'records', '.lock'))}, 0); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const result = await runCli(['build', '--project', folder]);
    child.kill('SIGKILL');
    expect(result.code).toBe(5);
    oneLine(result, 'CF-STORE-005');
    await once(child, 'exit');
    expect((await runCli(['build', '--project', folder])).code).toBe(0);
  });
});

test('files that cannot be read: one line each, with code, file and what to do; the others are added', async () => {
  const folder = emptyProject();
  const given = tempDir('given');
  const good = readFileSync(join(lists, 'participatingAgencies03052025am.xlsx'));
  const oleDirectory = Buffer.alloc(4096);
  oleDirectory.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  oleDirectory.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  const files: Record<string, Buffer | string> = {
    'a-good.xlsx': good,
    'b-cut.xlsx': good.subarray(0, good.length - 500),
    'c-empty.xlsx': '',
    'd-bomb.zip': zip([{ name: 'a.csv', data: Buffer.alloc(250_000_000) }]),
    'e-unknown.csv': 'name,number\nwho,1\n',
    'f-letter.docx': zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: '<w/>' },
    ]),
    'g-damaged.xlsx': workbook(
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
    ),
    'h-locked.xlsx': oleDirectory,
  };
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(given, name), bytes);
  const { code, stderr, stdout } = await runCli([
    'add',
    ...Object.keys(files).map((name) => join(given, name)),
    '--project',
    folder,
  ]);
  expect(code).toBe(3);
  const errors = stderr.split('\n').filter((line) => line.startsWith('CF-'));
  expect(errors.map((line) => line.replace(/^(CF-\S+) ([\w.-]+): .*$/, '$1 $2'))).toEqual([
    'CF-READ-009 b-cut.xlsx',
    'CF-READ-001 c-empty.xlsx',
    'CF-READ-012 d-bomb.zip',
    'CF-READ-030 e-unknown.csv',
    'CF-READ-006 f-letter.docx',
    expect.stringMatching(/^CF-READ-0(17|30) g-damaged\.xlsx$/),
    expect.stringMatching(/^CF-READ-\d{3} h-locked\.xlsx$/),
  ]);
  expect(stderr.split('\n').filter((line) => line.startsWith('  '))).toHaveLength(errors.length);
  expect(stderr).not.toMatch(/\bwho\b|at \w+ \(|Error:/);
  expect(JSON.parse(stdout.split('\n')[0] as string)).toMatchObject({
    file: 'a-good.xlsx',
    outcome: 'added',
  });
  const status = await json('status', '--project', folder);
  expect(status.editions).toHaveLength(1);
});

describe('init', () => {
  test('makes a project that builds; a second time is refused', async () => {
    const folder = join(tempDir('init'), 'new');
    expect(await json('init', folder, '--title', 'A: "quoted" title')).toMatchObject({
      project: folder,
      template: 'empty',
    });
    expect((await runCli(['build', '--project', folder])).code).toBe(0);
    const again = await runCli(['init', folder]);
    expect(again.code).toBe(2);
    oneLine(again, 'CF-PROJECT-002');
    const unknown = await runCli(['init', join(folder, 'x'), '--template', 'agrements']);
    oneLine(unknown, 'CF-PROJECT-003');
    expect(unknown.stderr).toContain('Did you mean "agreements"?');
  });

  test('in a folder with other files leaves them alone', async () => {
    const folder = tempDir('init');
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', 'a.txt'), 'mine');
    await json('init', folder, '--template', 'agreements');
    expect(readFileSync(join(folder, 'mine', 'a.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(join(folder, 'claims')).length).toBeGreaterThan(0);
    expect((await runCli(['build', '--project', folder])).code).toBe(0);
  });
});
