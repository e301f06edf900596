import { storedChanges } from '../build/stored-changes.ts';
import type { Workspace } from '../build/workspace.ts';
import { asListed } from '../changes/as-listed.ts';
import {
  type Changes,
  comparedGroups,
  compareEditions,
  editionPairs,
  neighbours,
} from '../changes/compare.ts';
import { countHistory, type HistoryEvent, historyOf } from '../changes/history.ts';
import { changesInWords, entryName } from '../changes/words.ts';
import type { Comparison } from '../figures/comparison.ts';
import { isoDate, knownAt } from '../figures/query.ts';
import type { Edition } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { printResult } from './output.ts';
import { checkSource } from './refusals.ts';

interface Compared {
  comparison: Comparison;
  changes: Changes;
}

/** `counterfoil changes`: what a publisher changed between two editions of a source, in words and row by row. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  return withWorkspace(options, effects, async (workspace) => {
    const source = text(options, 'source');
    if (source !== undefined) checkSource(workspace, source);
    const [from, to] = (['from', 'to'] as const).map((name) => {
      const given = text(options, name);
      return given === undefined ? undefined : isoDate(given, name);
    });
    const known = text(options, 'knownAt');
    const editions =
      known === undefined
        ? workspace.editions
        : workspace.editions.filter((edition) => edition.obtained <= knownAt(known));
    if (options['history']) checkHistory(options);
    if (options['history']) return history(workspace, editions, source, options, effects);
    const compared: Compared[] = [];
    for (const comparison of workspace.registry.comparisons) {
      for (const pair of editionPairs(comparison, editions, { source, from, to })) {
        const changes = await compareEditions(workspace, comparison, pair.from, pair.to);
        compared.push({ comparison, changes: options['asListed'] === true ? asListed(changes) : changes });
      }
    }
    const rows = compared.flatMap(({ changes }) => rowsOf(changes));
    printResult(effects, options, {
      document: {
        comparisons: compared.map(({ changes, comparison }) => ({
          ...changes,
          words: changesInWords(changes, comparison),
        })),
      },
      columns: ['source', 'change', 'label', 'field', 'before', 'after', 'row_before', 'row_after'].map(
        (key) => ({ key, title: key.replace('_', ' ') }),
      ),
      rows,
      before:
        compared.length === 0
          ? from === undefined && to === undefined
            ? 'There are no two editions of a source to compare.'
            : 'No source has two editions to compare that are in force on these dates.'
          : compared
              .flatMap(({ changes, comparison }) => [
                changes.source,
                ...changesInWords(changes, comparison).map((line) => `  ${line}`),
                '',
              ])
              .join('\n'),
    });
    return exitCodes.fine;
  });
}

/** What happened over all editions of each source, in turn. */
async function history(
  workspace: Workspace,
  editions: readonly Edition[],
  source: string | undefined,
  options: CommandOptions,
  effects: Effects,
): Promise<ExitCode> {
  const events: HistoryEvent[] = [];
  const all: Changes[] = [];
  for (const comparison of workspace.registry.comparisons) {
    for (const listed of comparedGroups(comparison, editions, source)) {
      const changes: Changes[] = [];
      for (const pair of neighbours(listed)) changes.push(await storedChanges(workspace, comparison, pair));
      all.push(...changes);
      events.push(...historyOf(changes, listed));
    }
  }
  const counts = countHistory(all, events);
  printResult(effects, options, {
    document: { counts: Object.fromEntries([...counts].sort()), events },
    columns: ['source', 'on', 'what', 'says'].map((key) => ({ key, title: key })),
    rows: events.map((event) => ({ ...event })),
    before:
      [...counts]
        .sort()
        .map(([what, count]) => `${count.toLocaleString('en-US')} ${what}`)
        .join(', ') || 'Nothing to tell.',
  });
  return exitCodes.fine;
}

/** Changes as flat rows. */
function rowsOf(changes: Changes): Record<string, string | number | boolean | null>[] {
  return changes.rows.map((change) => ({
    source: changes.source,
    from: changes.from.as_of,
    to: changes.to.as_of,
    change: change.change,
    label: entryName(change),
    entries: change.entries ?? 1,
    field: change.field,
    before: change.before,
    after: change.after,
    amount_before: change.amountBefore,
    amount_after: change.amountAfter,
    event_date: change.eventDate,
    late: change.late,
    row_before: change.rowBefore,
    row_after: change.rowAfter,
  }));
}

/** A history is of all editions in turn: what picks two of them is refused, not passed over. */
function checkHistory(options: CommandOptions): void {
  for (const [name, option] of [
    ['from', '--from'],
    ['to', '--to'],
    ['asListed', '--as-listed'],
  ] as const) {
    if (options[name] === undefined || options[name] === false) continue;
    throw new UserError(`${option} does not go with --history.`, {
      code: 'CF-CHANGE-002',
      exit: exitCodes.usage,
      hint: 'Leave one of them out: a history tells of all editions in turn.',
    });
  }
}
