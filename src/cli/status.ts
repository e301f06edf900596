import { buildKey, projectEditions, readBuildState } from '../build/build.ts';
import { expectedInWords, expectedOf } from '../figures/expected.ts';
import type { Edition } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { linksFile, linksWaiting } from './links-waiting.ts';
import { projectOf } from './options.ts';
import { printResult } from './output.ts';

/** `counterfoil status`: editions by source with their dates and accounting, and whether the build is of today. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const paths = projectOf(options, effects);
  const editions = projectEditions(paths).sort(
    (a, b) =>
      (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) ||
      (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : a.seq - b.seq),
  );
  const { registry } = await import('../kinds/registry.ts');
  const state = readBuildState(paths);
  const build =
    state === null ? 'never built' : state.key === buildKey(paths, registry) ? 'up to date' : 'out of date';
  const sources = [...new Set(editions.map((edition) => edition.source))];
  const expected = expectedOf(editions, sources, effects.now());
  const waiting = linksWaiting(paths);
  const rows = editions.map((edition) => editionRow(edition, effects.now()));
  printResult(effects, options, {
    document: { project: paths.root, build, links_to_confirm: waiting, expected, editions: rows },
    columns: [
      { key: 'source', title: 'source' },
      { key: 'as_of', title: 'as of' },
      { key: 'as_of_from', title: 'date from' },
      { key: 'age_days', title: 'days old' },
      { key: 'records', title: 'rows in file' },
      { key: 'kept', title: 'kept' },
      { key: 'withheld', title: 'withheld' },
      { key: 'rejected', title: 'rejected' },
      { key: 'blank', title: 'blank' },
      { key: 'problems', title: 'listed values' },
      { key: 'edition', title: 'edition' },
      { key: 'names', title: 'file' },
    ],
    rows,
    before: `${editions.length} editions of ${new Set(editions.map((edition) => edition.source)).size} sources; build: ${build}.`,
    ...after([
      ...editions.flatMap(({ names, notes }) => notes.map((one) => `${names.join(', ')}: ${one}`)),
      ...expected.map((one) => `${capital(expectedInWords(one))}.`),
      ...(waiting === 0
        ? []
        : [`${waiting} links of organisations wait for a person: ${linksFile(paths)} says how.`]),
      ...(build === 'up to date' ? [] : ['Run "counterfoil build".']),
    ]),
  });
  return exitCodes.fine;
}

const after = (lines: readonly string[]) => (lines.length === 0 ? {} : { after: lines.join('\n') });

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One edition as a flat row. */
export function editionRow(edition: Edition, now: Date) {
  return {
    source: edition.source,
    as_of: edition.asOf,
    as_of_from: edition.asOfFrom,
    age_days: Math.floor((now.getTime() - Date.parse(`${edition.asOf}T00:00:00Z`)) / 86_400_000),
    layout: edition.layout,
    ...edition.accounting,
    problems: edition.problems.reduce((sum, problem) => sum + problem.count, 0),
    values_listed: edition.problems,
    notes: edition.notes,
    edition: edition.edition,
    sha256: edition.sha256,
    names: edition.names.join(', '),
    contradiction: edition.contradiction,
  };
}
