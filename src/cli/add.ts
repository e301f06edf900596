import { addFiles } from '../build/add.ts';
import { addShard } from '../build/add-shard.ts';
import type { Outcome } from '../build/ingest.ts';
import { asWriter, withIngest } from '../build/session.ts';
import { parseShard } from '../build/work-list.ts';
import { isoDate } from '../figures/query.ts';
import { registry } from '../kinds/registry.ts';
import type { Problem } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { describeError, type ExitCode, exitCodes } from '../project/errors.ts';
import { problemWord } from '../site/data/edition-words.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts } from './options.ts';
import { note, printResult } from './output.ts';

/** `counterfoil add FILE…`: reads released files into the project. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const paths = projectOf(options, effects);
  const given = text(options, 'asOf');
  const asOf = given === undefined ? undefined : isoDate(given, 'as-of');
  const shard = text(options, 'shard');
  const organisation = text(options, 'organisation');
  const files = texts(options, 'file');
  const say = (outcome: Outcome) => tell(effects, options, outcome);
  const outcomes =
    shard === undefined
      ? await asWriter(paths, () =>
          withIngest(
            paths,
            registry,
            effects,
            (context) => addFiles(context, files, { cwd: effects.cwd, asOf, tell: say }),
            organisation,
          ),
        )
      : await addShard(paths, registry, effects, files, {
          shard: parseShard(shard),
          asOf,
          organisation,
          tell: say,
        });
  printResult(effects, options, {
    document: { outcomes: outcomes.map(outcomeRow) },
    columns: [
      { key: 'file', title: 'file' },
      { key: 'outcome', title: 'outcome' },
      { key: 'source', title: 'source' },
      { key: 'kept', title: 'rows kept' },
      { key: 'withheld', title: 'withheld' },
      { key: 'rejected', title: 'rejected' },
      { key: 'edition', title: 'edition' },
    ],
    rows: outcomes.filter((outcome) => outcome.outcome !== 'failed').map(outcomeRow),
  });
  note(effects, summary(outcomes));
  return outcomes.some((outcome) => outcome.outcome === 'failed') ? exitCodes.unreadable : exitCodes.fine;
}

function tell(effects: Effects, options: CommandOptions, outcome: Outcome): void {
  if (outcome.outcome === 'failed') note(effects, describeError(outcome.error));
  else if (outcome.outcome === 'skipped' && !options['json'])
    note(effects, `skipped ${outcome.file}: ${outcome.why} (${outcome.code})`);
  else if (outcome.outcome === 'added' && !options['json'])
    for (const line of remarks(outcome)) note(effects, `${outcome.file}: ${line}`);
}

/** What a person should know of a file that was added: remarks on it as a whole, and how many values are listed. */
function remarks({ problems, notes }: Added): string[] {
  if (problems.length === 0) return [...notes];
  const listed = problems.map(
    ({ column, code, count }) => `${count.toLocaleString('en-US')} of ${column} (${problemWord(code)})`,
  );
  return [...notes, `Values listed with the edition: ${listed.join(', ')}.`];
}

type Added = Extract<Outcome, { outcome: 'added' }>;

/** One outcome as an object, for tables and JSON. */
export function outcomeRow(outcome: Outcome): Record<string, unknown> {
  switch (outcome.outcome) {
    case 'added': {
      const { accounting, problems, notes, ...rest } = outcome;
      return { ...rest, ...accounting, problems: countsOf(problems), notes };
    }
    case 'known':
      return { ...outcome, outcome: outcome.newName ? 'known, new name' : 'known' };
    case 'skipped':
      return { ...outcome };
    case 'failed':
      return { outcome: 'failed', file: outcome.file, code: outcome.error.code, why: outcome.error.message };
  }
}

/** Values listed with an edition, without their places. */
function countsOf(problems: readonly Problem[]): Omit<Problem, 'rows'>[] {
  return problems.map(({ column, code, count }) => ({ column, code, count }));
}

/** `added 30 editions, 1 known under another name, skipped 1, failed 0`. */
export function summary(outcomes: readonly Outcome[]): string {
  const count = (name: Outcome['outcome']) => outcomes.filter((outcome) => outcome.outcome === name).length;
  const added = count('added');
  const parts = [
    `added ${added} ${added === 1 ? 'edition' : 'editions'}`,
    ...(count('known') > 0 ? [`${count('known')} known already`] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} skipped`] : []),
    ...(count('failed') > 0 ? [`${count('failed')} could not be read`] : []),
  ];
  return `${parts.join(', ')}.`;
}
