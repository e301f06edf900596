import { setTimeout as sleep } from 'node:timers/promises';
import { projectEditions } from '../build/build.ts';
import {
  dueAt,
  type FetchContext,
  type FetchOutcome,
  fetchSource,
  readLooked,
  writeLooked,
} from '../build/fetch-sources.ts';
import { createManners, fetchLimits, type Progress } from '../fetch/client.ts';
import { readyMade } from '../fetch/ready-made.ts';
import { type Source, sourcesOf } from '../fetch/source.ts';
import { expectedNext, successiveDates } from '../figures/expected.ts';
import { registry } from '../kinds/registry.ts';
import { readConfig } from '../project/config.ts';
import type { Effects } from '../project/effects.ts';
import { describeError, type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import { programVersion } from '../project/version.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts } from './options.ts';
import { note, printResult } from './output.ts';

/** `counterfoil fetch [SOURCE…]`: looks whether publishers have something new. Exit code 3 where one could not be read. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  if (options['list']) return listReady(options, effects);
  const paths = projectOf(options, effects);
  const config = await readConfig(paths);
  if (config.contact === null) {
    throw new UserError('No contact is named in counterfoil.yaml.', {
      code: 'CF-FETCH-001',
      exit: exitCodes.usage,
      hint: 'Write "contact: you@example.org" (or a page): publishers are told who asks, and can write before they block.',
    });
  }
  const sources = chosen(sourcesOf(config.sources), texts(options, 'source'));
  const gap = Number(text(options, 'gap') ?? fetchLimits.gapSeconds);
  const context: FetchContext = {
    paths,
    registry,
    effects,
    client: {
      userAgent: `counterfoil/${programVersion} (+${config.contact})`,
      limits: { ...fetchLimits, gapSeconds: Number.isFinite(gap) && gap >= 0 ? gap : fetchLimits.gapSeconds },
      random: Math.random,
      manners: createManners(),
      sleep: (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
      tell: showProgress(effects),
    },
  };
  for (;;) {
    const named = texts(options, 'source').length > 0 || options['force'] === true;
    const looked = readLooked(paths);
    const due = sources.filter((source) => named || dueAt(source, looked, effects.now()) <= effects.now());
    const outcomes: FetchOutcome[] = [];
    for (const source of due) {
      const outcome = await fetchSource(context, source);
      outcomes.push(outcome);
      if (outcome.error) note(effects, describeError(outcome.error));
      looked[source.id] = { at: effects.now().toISOString(), outcome: outcome.outcome };
      writeLooked(paths, looked);
    }
    show(options, effects, paths, sources, outcomes);
    const failed = outcomes.some((outcome) => outcome.outcome === 'failed');
    if (!options['watch']) return failed ? exitCodes.unreadable : exitCodes.fine;
    const next = Math.min(...sources.map((source) => dueAt(source, looked, effects.now()).getTime()));
    await sleep(Math.min(Math.max(next - effects.now().getTime(), 60_000), 3_600_000), undefined, {
      signal: effects.signal,
    });
  }
}

function show(
  options: CommandOptions,
  effects: Effects,
  paths: ReturnType<typeof projectOf>,
  sources: readonly Source[],
  outcomes: readonly FetchOutcome[],
): void {
  const editions = projectEditions(paths);
  const rows = outcomes.map(({ source, outcome, says, editions: added, error }) => {
    const belongs = sources.find((one) => one.id === source)?.editions ?? null;
    const expected = expectedNext(
      successiveDates(editions.filter((edition) => edition.source === belongs)),
      effects.now(),
    );
    return {
      source,
      outcome,
      says,
      editions: added.join(', '),
      code: error?.code ?? null,
      next_expected: expected?.next ?? null,
      late_days: expected?.lateDays ?? null,
    };
  });
  printResult(effects, options, {
    document: { sources: rows },
    columns: [
      { key: 'source', title: 'source' },
      { key: 'outcome', title: 'outcome' },
      { key: 'says', title: 'what' },
      { key: 'next_expected', title: 'next expected' },
      { key: 'late_days', title: 'days late' },
      { key: 'editions', title: 'editions' },
    ],
    rows,
    ...(outcomes.length > 0
      ? {}
      : {
          after:
            sources.length === 0
              ? 'No source is turned on; "counterfoil fetch --list" shows the ready-made ones.'
              : 'No source is due; --force looks all the same.',
        }),
  });
}

function chosen(sources: readonly Source[], ids: readonly string[]): Source[] {
  const known = sources.map((source) => source.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const close = nearest(id, known);
    throw new UserError(`There is no source "${id}" in counterfoil.yaml.`, {
      code: 'CF-FETCH-022',
      exit: exitCodes.usage,
      hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ') || 'none'}.`,
    });
  }
  return sources.filter((source) => ids.length === 0 || ids.includes(source.id));
}

function listReady(options: CommandOptions, effects: Effects): ExitCode {
  printResult(effects, options, {
    document: { sources: readyMade },
    columns: [
      { key: 'id', title: 'name' },
      { key: 'title', title: 'what' },
      { key: 'redistribution', title: 'may be given on' },
      { key: 'confirmed', title: 'address confirmed' },
    ],
    rows: readyMade.map((source) => ({
      ...source,
      confirmed: source.confirmed ?? 'not yet',
      allowed: null,
      with: null,
    })),
  });
  return exitCodes.fine;
}

/** A line that is written over, on a terminal only. */
function showProgress(effects: Effects): (progress: Progress) => void {
  let last = 0;
  return ({ bytes, total, left }) => {
    if (!effects.interactive || Date.now() - last < 200) return;
    last = Date.now();
    const whole = total === null ? '' : ` of ${Math.round(total / 1024).toLocaleString('en-US')}`;
    effects.stderr.write(
      `\r${Math.round(bytes / 1024).toLocaleString('en-US')}${whole} kB${left === null ? '' : `, ${left} s left`}   \r`,
    );
  };
}
