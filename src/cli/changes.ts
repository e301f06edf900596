import { storedChanges } from '../build/stored-changes.ts';
import type { Workspace } from '../build/workspace.ts';
import {
  type Change,
  type Changes,
  comparedGroups,
  compareEditions,
  editionPairs,
} from '../changes/compare.ts';
import { type HistoryEvent, historyOf } from '../changes/history.ts';
import { changesInWords } from '../changes/words.ts';
import type { Comparison } from '../figures/comparison.ts';
import { isoDate, knownAt } from '../figures/query.ts';
import type { Edition } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { printResult } from './output.ts';

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
    if (options['history']) return history(workspace, editions, source, options, effects);
    const compared: Compared[] = [];
    for (const comparison of workspace.registry.comparisons) {
      for (const pair of editionPairs(comparison, editions, { source, from, to })) {
        compared.push({
          comparison,
          changes: await compareEditions(workspace, comparison, pair.from, pair.to),
        });
      }
    }
    const rows = compared.flatMap(({ changes }) => rowsOf(changes, options['asListed'] === true));
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
          ? 'There are no two editions of a source to compare.'
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
  for (const comparison of workspace.registry.comparisons) {
    for (const listed of comparedGroups(comparison, editions, source)) {
      const changes: Changes[] = [];
      for (const [index, to] of listed.entries()) {
        const before = listed[index - 1];
        if (before) changes.push(await storedChanges(workspace, comparison, { from: before, to }));
      }
      events.push(...historyOf(changes, listed));
    }
  }
  const counts = new Map<string, number>();
  for (const { what } of events) counts.set(what, (counts.get(what) ?? 0) + 1);
  printResult(effects, options, {
    document: { counts: Object.fromEntries([...counts].sort()), events },
    columns: ['source', 'on', 'what', 'says'].map((key) => ({ key, title: key })),
    rows: events.map((event) => ({ ...event })),
    before:
      [...counts]
        .sort()
        .map(([what, count]) => `${count} ${what}`)
        .join(', ') || 'Nothing to tell.',
  });
  return exitCodes.fine;
}

/** Changes as flat rows; as listed, a re-labelled entry is one that vanished and one that appeared. */
function rowsOf(changes: Changes, asListed: boolean): Record<string, string | number | boolean | null>[] {
  const rows = changes.rows.flatMap((change) =>
    asListed && change.change === 'relabelled' ? asTwo(change) : [change],
  );
  return rows.map((change) => ({
    source: changes.source,
    from: changes.from.as_of,
    to: changes.to.as_of,
    change: change.change,
    label: change.label,
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

function asTwo(change: Change): Change[] {
  const gone: Change = {
    ...change,
    change: 'vanished',
    label: change.before ?? change.label,
    before: null,
    after: null,
    amountAfter: null,
    rowAfter: null,
  };
  return [
    gone,
    { ...change, change: 'appeared', before: null, after: null, amountBefore: null, rowBefore: null },
  ];
}

function checkSource(workspace: Workspace, source: string): void {
  const known = [...new Set(workspace.editions.map((edition) => edition.source))].sort();
  if (known.includes(source)) return;
  const close = nearest(source, known);
  throw new UserError(`There is no source "${source}" in this project.`, {
    code: 'CF-CHANGE-001',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ') || 'none'}.`,
  });
}
