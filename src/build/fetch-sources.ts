import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { shownUrl } from '../fetch/address.ts';
import { type Client, type ClientOptions, createClient } from '../fetch/client.ts';
import { type Download, download, type Validators } from '../fetch/download.ts';
import type { Source } from '../fetch/source.ts';
import type { Registry } from '../figures/kind.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { appendJournal, type Fetched, type JournalEntry, readJournal } from '../project/journal.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { addFiles } from './add.ts';
import type { Outcome } from './ingest.ts';
import { asWriter, withIngest } from './session.ts';

/** What looking at one source came to. */
export interface FetchOutcome {
  source: string;
  outcome: 'new' | 'unchanged' | 'failed';
  editions: string[];
  /** What a person should know: a reason, or that the file belongs to another source. */
  says: string;
  error?: UserError;
}

export interface FetchContext {
  paths: ProjectPaths;
  registry: Registry;
  effects: Pick<Effects, 'now' | 'signal' | 'env'>;
  /** The client's side of the world; `allowed` is each source's own. */
  client: Omit<ClientOptions, 'allowed' | 'now' | 'signal' | 'env'>;
}

/** Looks at one source. Never throws for what the network does; a failure leaves everything as it was. */
export async function fetchSource(context: FetchContext, source: Source): Promise<FetchOutcome> {
  const { paths, effects } = context;
  const outcome = (name: FetchOutcome['outcome'], says: string, editions: string[] = []): FetchOutcome => ({
    source: source.id,
    outcome: name,
    editions,
    says,
  });
  let folder: string | undefined;
  try {
    if (source.how === 'folder') {
      const found = await take(context, source, [
        {
          file: isAbsolute(source.url) ? source.url : resolve(paths.root, source.url),
          name: '',
          fetched: null,
        },
      ]);
      return found.added.length > 0
        ? outcome('new', found.says, found.added)
        : outcome('unchanged', 'no new file');
    }
    folder = privateFolder(paths, source);
    const client: Client = createClient({ ...context.client, allowed: source.allowed, ...effects });
    const downloads = await download(source, {
      client,
      folder,
      validators: validatorsOf(paths, source),
      env: effects.env,
    });
    if (downloads.length === 0) return outcome('unchanged', 'the publisher says that nothing has changed');
    const found = await take(context, source, named(downloads, folder));
    return found.added.length > 0
      ? outcome('new', found.says, found.added)
      : outcome('unchanged', 'the same bytes as before');
  } catch (error) {
    if (effects.signal.aborted || !(error instanceof UserError)) throw error;
    return { ...outcome('failed', error.message), error };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}

interface Taken {
  file: string;
  name: string;
  fetched: Omit<Fetched, 'source'> | null;
}

/** Gives each download the name under which it is listed. */
function named(downloads: readonly Download[], folder: string): Taken[] {
  return downloads.map((one, index) => {
    const place = join(folder, String(index));
    mkdirSync(place, { mode: 0o700 });
    const file = join(place, one.name);
    renameSync(one.file, file);
    return { ...one, file };
  });
}

/** Reads the files as `add` does. Only what a layout recognises becomes an edition, and only then the journal tells how it came. */
async function take(
  context: FetchContext,
  source: Source,
  files: readonly Taken[],
): Promise<{ added: string[]; says: string }> {
  const { paths, registry, effects } = context;
  return asWriter(paths, async () => {
    const added: string[] = [];
    const strange = new Set<string>();
    for (const { file, fetched } of files) {
      const outcomes = await withIngest(paths, registry, effects, (ingest) =>
        addFiles(ingest, [file], { cwd: paths.root }),
      );
      const good = outcomes.flatMap((one) =>
        one.outcome === 'added' || one.outcome === 'known' ? [one] : [],
      );
      if (good.length === 0) throw notRecords(source, outcomes);
      for (const one of good) {
        if (one.outcome === 'added') {
          added.push(one.edition);
          if (source.editions !== null && one.source !== source.editions) strange.add(one.source);
        }
        if (fetched) tell(paths, source, one.edition, fetched, effects.now());
      }
    }
    const note =
      strange.size === 0 ? '' : `; it belongs to ${[...strange].join(', ')}, not to ${source.editions}`;
    return { added, says: `${added.length} new ${added.length === 1 ? 'edition' : 'editions'}${note}` };
  });
}

/** One entry an edition and source, and one more where its address or its stamps have changed. */
function tell(
  paths: ProjectPaths,
  source: Source,
  edition: string,
  given: Omit<Fetched, 'source'>,
  at: Date,
): void {
  // The name of a file is kept as `add` keeps it, or not at all; this header may hold it in full.
  const { 'content-disposition': _name, ...headers } = given.headers;
  const fetched = { ...given, headers };
  const key = (one: Omit<Fetched, 'source'>) =>
    JSON.stringify([one.chain.at(-1), one.headers['etag'], one.headers['last-modified']]);
  const known = readJournal(paths.journal).some(
    (entry) =>
      entry.type === 'fetched' &&
      entry.edition === edition &&
      entry.source === source.id &&
      key(entry) === key(fetched),
  );
  if (!known) appendJournal(paths.journal, [{ type: 'fetched', edition, source: source.id, ...fetched }], at);
}

function notRecords(source: Source, outcomes: readonly Outcome[]): UserError {
  const failed = outcomes.find((one) => one.outcome === 'failed');
  const why =
    failed?.outcome === 'failed'
      ? `${failed.error.message} (${failed.error.code})`
      : 'no layout has its columns';
  return new UserError(`What ${source.id} answers is no edition: ${why}`, {
    code: 'CF-FETCH-017',
    exit: exitCodes.unreadable,
    hint: 'An error page or another file never replaces an edition. Look at the address in a browser.',
  });
}

/** What the journal keeps of the last answer, as long as the edition that came of it is there. */
function validatorsOf(paths: ProjectPaths, source: Source): Validators {
  const entries = readJournal(paths.journal);
  const gone = new Set<string>();
  for (const entry of entries) {
    if (entry.type === 'removed') gone.add(entry.edition);
    else if (entry.type === 'added') gone.delete(entry.edition);
  }
  const fetched = entries.filter(
    (entry): entry is JournalEntry & { type: 'fetched' } =>
      entry.type === 'fetched' && entry.source.startsWith(source.id),
  );
  return (url) => {
    const address = shownUrl(new URL(url));
    const last = fetched.findLast((entry) => entry.chain.includes(address) && !gone.has(entry.edition));
    const { etag, 'last-modified': lastModified } = last?.headers ?? {};
    return {
      ...(etag === undefined ? {} : { etag }),
      ...(lastModified === undefined ? {} : { lastModified }),
    };
  };
}

/** Memory that looks like a folder, on Linux. */
const memoryFolder = '/dev/shm';

/** Where a download lies until it is read: in the derived part, or, for rows that touch no disk, in memory. */
function privateFolder(paths: ProjectPaths, source: Source): string {
  if (!source.sensitive) {
    mkdirSync(paths.derived, { recursive: true });
    return freshFolder(paths.derived, 'fetching');
  }
  try {
    accessSync(memoryFolder, constants.W_OK);
  } catch {
    throw new UserError(
      `${source.id} holds rows that are kept off every disk, and this machine has no ${memoryFolder}.`,
      {
        code: 'CF-FETCH-018',
        exit: exitCodes.usage,
        hint: 'Download the file by hand to a place of your choice, add it, and delete it.',
      },
    );
  }
  return freshFolder(memoryFolder, 'counterfoil');
}

/** A private folder that carries our process; those of processes that are gone are cleared first. */
function freshFolder(parent: string, name: string): string {
  for (const one of readdirSync(parent)) {
    const pid = new RegExp(`^${name}-(\\d+)-`).exec(one)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      rmSync(join(parent, one), { recursive: true, force: true });
  }
  return mkdtempSync(join(parent, `${name}-${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When each source was looked at last; a cache: without it every source is due. */
export type Looked = Record<string, { at: string; outcome: FetchOutcome['outcome'] }>;

const lookedFile = (paths: ProjectPaths) => join(paths.derived, 'fetch.json');

export function readLooked(paths: ProjectPaths): Looked {
  try {
    return JSON.parse(readFileSync(lookedFile(paths), 'utf8')) as Looked;
  } catch {
    return {};
  }
}

export function writeLooked(paths: ProjectPaths, looked: Looked): void {
  mkdirSync(paths.derived, { recursive: true });
  writeDurably(lookedFile(paths), `${JSON.stringify(looked, null, 1)}\n`);
}

/** When a source is to be looked at again: after its rhythm, after a failure within the hour; a clock that was set back makes it due. */
export function dueAt(source: Source, looked: Looked, now: Date): Date {
  const last = looked[source.id];
  if (!last || Date.parse(last.at) > now.getTime()) return now;
  const hours = last.outcome === 'failed' ? Math.min(1, source.everyHours) : source.everyHours;
  return new Date(Date.parse(last.at) + hours * 3_600_000);
}
