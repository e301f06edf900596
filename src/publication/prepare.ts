import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../engine/engine.ts';
import type { Kind, Registry } from '../figures/kind.ts';
import type { ReleasePlan } from '../figures/release.ts';
import type { Edition } from '../project/edition.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { emptyLedger, type Ledger, readLedger, writeLedger } from './ledger.ts';
import { loadSolver } from './program.ts';
import { type PublishedRelease, published } from './published.ts';
import { type Counts, makeRelease, readCounts } from './release.ts';

/** A release of one kind that is made and not yet out. */
export interface PreparedRelease {
  published: PublishedRelease;
  /** Writes down durably what leaves, before it does. */
  keep(): void;
}

/** What a release is made from. */
export interface ReleaseInput {
  paths: ProjectPaths;
  registry: Registry;
  engine: Engine;
  editions: readonly Edition[];
}

/**
 * Where the ledger of a kind lies: among the records, since what earlier releases showed binds every later one and can
 * not be made again from anything.
 */
export function ledgerPath(paths: ProjectPaths, kind: string): string {
  return join(paths.records, `releases-${kind}.json`);
}

/** The kinds that leave by a release plan and of which this project has records or an earlier release. */
export function closedKinds({ paths, registry, editions }: Omit<ReleaseInput, 'engine'>): Kind[] {
  return registry.kinds.filter(
    (kind) =>
      kind.release !== undefined &&
      (editions.some((edition) => edition.kind === kind.id) || existsSync(ledgerPath(paths, kind.id))),
  );
}

/**
 * Makes the release of every closed kind. Nothing is written.
 *
 * @param today ISO date in UTC; months that closed before it and are new are released. `null` releases nothing new and
 *   gives what has been released so far
 * @throws UserError CF-RELEASE-001 where no safe choice of hidden cells is left, CF-RELEASE-002 and CF-RELEASE-003 where
 *   the ledger cannot be read or is of another plan
 */
export async function prepareReleases(input: ReleaseInput, today: string | null): Promise<PreparedRelease[]> {
  const prepared: PreparedRelease[] = [];
  for (const kind of closedKinds(input)) {
    const plan = kind.release as ReleasePlan;
    const path = ledgerPath(input.paths, kind.id);
    const before = ledgerOf(path, plan);
    const counts = await readCounts(input.engine, plan);
    const known = new Set(before.releases.flatMap((one) => one.months));
    const given =
      today === null
        ? { ...counts, base: counts.base.filter((row) => known.has(row.values[plan.month] as string)) }
        : { ...counts, lastDay: earlier(counts.lastDay, dayBefore(today)) };
    const { release, ledger } = await safely(plan, given, before, today ?? '9999-12-31');
    prepared.push({
      published: published(release, ledger.releases),
      keep: () => {
        if (ledger.releases.length > before.releases.length) writeLedger(path, ledger);
      },
    });
  }
  return prepared;
}

async function safely(plan: ReleasePlan, counts: Counts, before: Ledger, date: string) {
  try {
    return await makeRelease(plan, counts, before, date, await loadSolver());
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('the release is not safe')) throw error;
    throw new UserError('No choice of hidden cells keeps every small count from being worked out.', {
      code: 'CF-RELEASE-001',
      exit: exitCodes.differs,
      hint: 'Nothing was written. Publish again when further months have closed, or without the latest logs.',
    });
  }
}

function ledgerOf(path: string, plan: ReleasePlan): Ledger {
  let ledger: Ledger;
  try {
    ledger = readLedger(path, plan);
  } catch {
    throw unreadable(path);
  }
  if (ledger?.kind !== plan.kind || !Array.isArray(ledger.releases) || !Array.isArray(ledger.counts))
    throw unreadable(path);
  const tables = new Set(plan.tables.map((table) => table.id));
  const cells = ledger.releases.flatMap((one) => Object.keys(one.shown));
  const same =
    ledger.schema === 2 &&
    ledger.plan === plan.version &&
    JSON.stringify(ledger.dimensions) === JSON.stringify(plan.dimensions) &&
    cells.every((cell) => tables.has(cell.slice(0, cell.indexOf('|'))));
  if (same) return ledger;
  if (ledger.releases.length === 0) return emptyLedger(plan);
  throw new UserError(
    `Earlier releases were made by another plan of tables (version ${ledger.plan ?? 1}; this one is ${plan.version}).`,
    {
      code: 'CF-RELEASE-003',
      exit: exitCodes.usage,
      place: { file: path },
      hint: 'Publish with the version of the program that made them: what the tables of both plans give away together cannot be known. Only where none of those releases was ever handed to anybody, move the file away and publish anew.',
    },
  );
}

function unreadable(file: string): UserError {
  return new UserError('What earlier releases showed cannot be read.', {
    code: 'CF-RELEASE-002',
    exit: exitCodes.unreadable,
    place: { file },
    hint: 'Put the file back from a copy. Without it, a new release could give away what earlier ones hid.',
  });
}

/** Logs tell the time of their own zone: a day that is over in UTC is over everywhere half a day later. */
function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

const earlier = (a: string | null, b: string) => (a !== null && a < b ? a : b);
