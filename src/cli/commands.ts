import type { Effects } from '../project/effects.ts';
import type { ExitCode } from '../project/errors.ts';

/** What a command is given: its arguments and options by name. */
export type CommandOptions = Record<string, unknown>;

/** A command's module: everything it touches comes in as effects. */
export interface CommandModule {
  run(options: CommandOptions, effects: Effects): Promise<ExitCode>;
}

/** A command as help, the reference and the parser know it. */
export interface CommandSpec {
  name: string;
  /** One line, verb first. */
  summary: string;
  /** Arguments as commander writes them: `<file...>`, `[dir]`. */
  arguments?: readonly { name: string; says: string }[];
  options?: readonly { flags: string; says: string; repeat?: boolean }[];
  /** Whether it works on a project (`--project`) and prints results (`--json`). */
  project: boolean;
  json: boolean;
  examples: readonly string[];
  load(): Promise<CommandModule>;
}

const dates = [
  { flags: '--as-of <date>', says: 'use the editions at or before this date' },
  { flags: '--until <date>', says: 'count only events dated at or before this date' },
  { flags: '--known-at <time>', says: 'use only editions obtained by then' },
];
const filters = [
  ...dates,
  { flags: '--where <dimension=value>', says: 'count only where the dimension has the value', repeat: true },
];

/** Every command, in the order in which help lists them. */
export const commands: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: 'Make a project in a folder',
    arguments: [{ name: '[dir]', says: 'the folder, made where it is missing; else this one' }],
    options: [
      { flags: '--template <name>', says: 'what the project begins with: empty, agreements or contracts' },
      { flags: '--title <text>', says: 'the title of the project' },
    ],
    project: false,
    json: true,
    examples: ['counterfoil init my-project --template agreements'],
    load: () => import('./init.ts'),
  },
  {
    name: 'add',
    summary: 'Read files, folders and zips into the project',
    arguments: [{ name: '<file...>', says: 'files, folders or zips as their publishers released them' }],
    options: [
      { flags: '--as-of <date>', says: 'the date of the edition, where the file does not say it right' },
      {
        flags: '--organisation <label>',
        says: 'whose audit log it is, as its account is called, where the file does not say it',
      },
      {
        flags: '--shard <i/n>',
        says: 'read the i-th of n parts, beside other machines that read the others',
      },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil add participatingAgencies01262026pm.xlsx',
      'counterfoil add downloads/',
      'counterfoil add search_audit.csv --organisation "Exampleton CA PD"',
    ],
    load: () => import('./add.ts'),
  },
  {
    name: 'fetch',
    summary: 'Look whether publishers have something new, and add it',
    arguments: [
      { name: '[source...]', says: 'ids of sources in counterfoil.yaml; without them those that are due' },
    ],
    options: [
      { flags: '--watch', says: 'go on, each source on its rhythm' },
      { flags: '--force', says: 'look at every source, due or not' },
      { flags: '--gap <seconds>', says: 'wait so long between two requests to one host, else 1' },
      { flags: '--list', says: 'show the ready-made sources' },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil fetch',
      'counterfoil fetch ice-participating --json',
      'counterfoil fetch --watch',
    ],
    load: () => import('./fetch.ts'),
  },
  {
    name: 'remove',
    summary: 'Take an edition out; the journal keeps that it was there',
    arguments: [{ name: '<edition>', says: 'its id or the beginning of it, as "status" shows it' }],
    options: [
      { flags: '--why <text>', says: 'the reason, kept in the journal' },
      {
        flags: '--everywhere',
        says: 'withdraw dated copies of the site that hold it, too, at the next publish',
      },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil remove 2dd3959315 --why "wrong file"',
      'counterfoil remove 2dd3959315 --everywhere --why "must not be published"',
    ],
    load: () => import('./remove.ts'),
  },
  {
    name: 'build',
    summary: 'Work out models and verdicts; only what changed',
    project: true,
    json: true,
    examples: ['counterfoil build'],
    load: () => import('./build.ts'),
  },
  {
    name: 'status',
    summary: 'Show sources, editions, accounting and the state of the build',
    project: true,
    json: true,
    examples: ['counterfoil status'],
    load: () => import('./status.ts'),
  },
  {
    name: 'figure',
    summary: 'Show a figure',
    arguments: [{ name: '[id]', says: 'the figure, e.g. agreements.agencies; without it all are listed' }],
    options: [
      ...filters,
      { flags: '--by <dimension>', says: 'group by the dimension', repeat: true },
      { flags: '--each-list', says: 'show the value on the date of each edition of its main source' },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil figure agreements.agencies --as-of 2026-01-26',
      'counterfoil figure agreements.agreements --by state --json',
    ],
    load: () => import('./figure.ts'),
  },
  {
    name: 'trace',
    summary: 'Show the receipt of a figure: definition, SQL, rows, files, hashes',
    arguments: [{ name: '<id>', says: 'the figure' }],
    options: [
      ...filters,
      { flags: '--limit <rows>', says: 'show at most so many rows of each part (all with --json)' },
    ],
    project: true,
    json: true,
    examples: ['counterfoil trace agreements.agencies --as-of 2026-01-26 --where state=FL'],
    load: () => import('./trace.ts'),
  },
  {
    name: 'verify',
    summary: 'Judge the claims of the project, or check a seal',
    arguments: [{ name: '[claim...]', says: 'ids of claims; without them all; or the file of a seal' }],
    options: [
      { flags: '--signer <key>', says: 'the public key that a seal has to be signed by' },
      {
        flags: '--log <dir>',
        says: 'the folder log/ of a published site: the seal has to be in the journal that it shows',
      },
      {
        flags: '--site <dir>',
        says: 'a published site: the tables of the seal have to be those that it shows, its entries in its journal',
      },
      { flags: '--as-of <date>', says: 'judge on the editions at or before this date' },
      { flags: '--known-at <time>', says: 'judge on the editions obtained by then' },
      { flags: '--junit <file>', says: 'write the verdicts as a JUnit report, too' },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil verify',
      'counterfoil verify press-39-states --json',
      'counterfoil verify agreements.agencies.seal.zip',
    ],
    load: () => import('./verify.ts'),
  },
  {
    name: 'check',
    summary: 'Judge one sentence on files, without a project',
    arguments: [
      { name: '<sentence>', says: 'the sentence, in quotes' },
      { name: '<file...>', says: 'record files or folders' },
    ],
    options: [
      { flags: '--figure <id>', says: 'the figure that the sentence means' },
      { flags: '--as-of <date>', says: 'the date that the sentence means; of growth the later one' },
      { flags: '--from <date>', says: 'the earlier date, of growth' },
      {
        flags: '--where <dimension=value>',
        says: 'whose number it is, or what it is for, e.g. vendor=ABC123DEF456',
        repeat: true,
      },
      {
        flags: '--whole <phrase>',
        says: 'a name or purpose in the sentence that restricts nothing, as its question prints it',
        repeat: true,
      },
    ],
    project: false,
    json: true,
    examples: [
      'counterfoil check "39 states have signed up as of 26 January 2026" participatingAgencies01262026pm.xlsx',
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'changes',
    summary: 'Show what differs between two editions of a source',
    options: [
      { flags: '--source <id>', says: 'the source, as "status" shows it' },
      { flags: '--from <date>', says: 'the earlier edition: the one in force on this date' },
      { flags: '--to <date>', says: 'the later edition; without it the latest' },
      { flags: '--known-at <time>', says: 'use only editions obtained by then' },
      {
        flags: '--history',
        says: 'tell of all editions in turn: what came again, is unconfirmed, was given twice, may be missing',
      },
      { flags: '--as-listed', says: 'compare rows as listed, spelling corrections as two changes' },
    ],
    project: true,
    json: true,
    examples: ['counterfoil changes --source ice-participating --from 2026-01-23 --to 2026-01-26'],
    load: () => import('./changes.ts'),
  },
  {
    name: 'export',
    summary: 'Write a figure or a table that may leave to a file',
    arguments: [
      { name: '<id>', says: 'a figure, a model of open records, or a released table; as the site has them' },
    ],
    options: [
      { flags: '--as <form>', says: 'csv (else), json, xlsx, parquet or datapackage' },
      ...filters,
      { flags: '--by <dimension>', says: 'group a figure by the dimension', repeat: true },
      { flags: '--out <file>', says: 'the file to write, else <id> with its ending' },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil export agreements.agencies --by state --as xlsx',
      'counterfoil export changes_rows --as parquet --known-at 2026-02-01',
    ],
    load: () => import('./export.ts'),
  },
  {
    name: 'seal',
    summary: 'Write one file with a value, its rows, hashes and proofs, for anyone to check',
    arguments: [{ name: '[id]', says: 'a claim or a figure' }],
    options: [
      ...filters,
      { flags: '--out <file>', says: 'the file to write, else <id>.seal.zip' },
      { flags: '--key <file>', says: 'sign it with the secret key in this file' },
      { flags: '--new-key <file>', says: 'make a secret key in this file, and nothing else' },
      { flags: '--name <name>', says: 'the name of the new key' },
      { flags: '--page <file>', says: 'write the page that checks seals in a browser, and nothing else' },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil seal agreements.agencies --as-of 2026-01-26',
      'counterfoil seal press-39-states --key desk.key',
      'counterfoil seal searches.searches --where organisation=exampleton-ca-pd --where month=2026-01',
    ],
    load: () => import('./seal.ts'),
  },
  {
    name: 'feed',
    summary: 'Write what changed, and where verdicts would have moved, as a feed',
    options: [
      { flags: '--as <form>', says: 'atom or json (JSON Feed)' },
      { flags: '--source <id>', says: 'changes of this source only' },
      { flags: '--organisation <id>', says: 'changes of this organisation only, e.g. of one agency' },
      { flags: '--claim <id>', says: 'moves and corrections of this claim only' },
      { flags: '--out <file>', says: 'the file to write, else stdout' },
    ],
    project: true,
    json: true,
    examples: [
      'counterfoil feed --out changes.atom',
      'counterfoil feed --source ice-participating --as json',
    ],
    load: () => import('./feed.ts'),
  },
  {
    name: 'doctor',
    summary: 'Check every hash of the project and compare the derived part; repairs nothing',
    options: [
      { flags: '--read-subset <n/m>', says: 'look at the n-th of m parts of the editions' },
      {
        flags: '--checkpoint <file>',
        says: 'a checkpoint kept elsewhere that the journal must continue',
        repeat: true,
      },
      { flags: '--originals <dir>', says: 'released files to compare with, else originals/' },
      { flags: '--no-rebuild', says: 'do not make the derived part again' },
    ],
    project: true,
    json: true,
    examples: ['counterfoil doctor', 'counterfoil doctor --read-subset 3/7 --no-rebuild'],
    load: () => import('./doctor.ts'),
  },
  {
    name: 'flags',
    summary: 'Show the questions that the records raise, with what each could look at',
    arguments: [
      { name: '[flag...]', says: 'ids of flags, to list what they found; without them an overview' },
    ],
    options: [
      { flags: '--as-of <date>', says: 'use the editions at or before this date' },
      { flags: '--known-at <time>', says: 'use only editions obtained by then' },
    ],
    project: true,
    json: true,
    examples: ['counterfoil flags', 'counterfoil flags contracts.ceiling-raised --json'],
    load: () => import('./flags.ts'),
  },
  {
    name: 'layout',
    summary: 'Propose where the columns of an audit log are, from the shapes of its cells',
    arguments: [{ name: '<file>', says: 'the log; neither its headers nor its cells are shown' }],
    options: [{ flags: '--out <file>', says: 'a file for the proposed mapping, to complete by hand' }],
    project: false,
    json: true,
    examples: [
      'counterfoil layout unknown-export.csv',
      'counterfoil layout unknown-export.csv --out my-layout.yaml',
    ],
    load: () => import('./layout.ts'),
  },
  {
    name: 'report',
    summary: 'Write a report on the searches of a network, of released counts',
    options: [
      { flags: '--network <name>', says: 'the network: its id, or its name as the logs give it' },
      { flags: '--out <file>', says: 'the HTML file to write, else report-<network>.html' },
      {
        flags: '--pdf <file>',
        says: 'the PDF to write, else beside the HTML file where a Chromium is found',
      },
      {
        flags: '--worksheet <file>',
        says: 'write the rows that need an explanation by number; not to be passed on',
      },
    ],
    project: true,
    json: true,
    examples: ['counterfoil report --network "Ostervale CA PD" --pdf meeting.pdf'],
    load: () => import('./report.ts'),
  },
  {
    name: 'publish',
    summary: 'Write the site, and keep it under an address with its date',
    options: [
      { flags: '--out <dir>', says: 'the folder, else site/ in the project' },
      { flags: '--key <file>', says: 'sign the checkpoint of the journal with the secret key in this file' },
    ],
    project: true,
    json: true,
    examples: ['counterfoil publish --out public'],
    load: () => import('./publish.ts'),
  },
  {
    name: 'serve',
    summary: 'Serve the site on this machine',
    options: [
      { flags: '--port <number>', says: 'the port, else 4287' },
      { flags: '--host <address>', says: 'the address to listen on, else 127.0.0.1' },
      { flags: '--trust-proxy', says: 'a proxy stands before it: believe its X-Forwarded headers' },
      { flags: '--token-file <file>', says: 'ask everybody for the token in this file' },
      { flags: '--cors <origin>', says: 'let pages of this origin read the API; * for any', repeat: true },
      { flags: '--sql', says: 'let strangers run a SELECT over the published tables' },
    ],
    project: true,
    json: false,
    examples: [
      'counterfoil serve --port 8080',
      'counterfoil serve --trust-proxy --token-file ../serve.token',
    ],
    load: () => import('./serve.ts'),
  },
];
