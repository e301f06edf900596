import type { Workspace } from '../build/workspace.ts';
import { type Answer, type AnswerRow, answer, answerAll, unitName } from '../figures/answer.ts';
import { besideInWords, brokenAt, toldBeside } from '../figures/beside.ts';
import { modelsOf } from '../figures/compile.ts';
import { expectedInWords, expectedOf } from '../figures/expected.ts';
import type { Figure, Query } from '../figures/figure.ts';
import { figureCalled, parseQuery } from '../figures/query.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { queryText, text, withWorkspace } from './options.ts';
import { note, printResult } from './output.ts';

/** `counterfoil figure [ID]`: the values of a figure, or the list of figures. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const id = text(options, 'id');
  if (id === undefined) return list(options, effects);
  const { registry } = await import('../kinds/registry.ts');
  const figure = figureCalled(id, registry.figures);
  const query = parseQuery(figure, queryText(options));
  const ask = async (workspace: Workspace): Promise<ExitCode> => {
    const found = options['eachList']
      ? await onEachList(workspace, figure, query)
      : await answer(workspace, figure, query);
    const expected = expectedOf(
      workspace.editions,
      [...new Set(found.editions.map((edition) => edition.source))].sort(),
      effects.now(),
    );
    const beside = await toldBeside(workspace, figure, query);
    const broken = brokenAt(figure, query, found.rows);
    const columns = [
      ...(options['eachList'] ? ['as_of'] : []),
      ...query.by,
      'value',
      ...(found.rows.some((row) => 'denominator' in row) ? ['numerator', 'denominator'] : []),
    ];
    printResult(effects, options, {
      document: { ...found, beside, break: broken, expected },
      columns: columns.map((key) => ({ key, title: key === 'value' ? found.unit : key })),
      rows: effects.interactive ? found.rows.map((row) => named(row, query.by)) : found.rows,
      before: `${figure.title}, as of ${found.as_of ?? 'no date'}`,
    });
    for (const row of found.rows)
      if (row['why'] !== undefined) note(effects, `no value: ${String(row['why'])}`);
    if (!options['json'])
      note(
        effects,
        [
          ...(broken === null ? [] : [broken]),
          ...beside.map(besideInWords),
          ...found.editions.map((edition) => `from ${edition.name}, as of ${edition.as_of}`),
          ...expected.map(expectedInWords),
        ].join('\n'),
      );
    return exitCodes.fine;
  };
  return withWorkspace(options, effects, ask, modelsOf(figure));
}

/** A row for a person: what has no value of a dimension is said, not left blank. */
function named(row: AnswerRow, by: readonly string[]): AnswerRow {
  const unknown = by.filter((name) => row[name] === null).map((name) => [name, '(not known)']);
  return { ...row, ...Object.fromEntries(unknown) };
}

/** One row a date on which an edition of the figure's main source is dated; the dates are in the rows. */
async function onEachList(workspace: Workspace, figure: Figure, query: Query): Promise<Answer> {
  const main = figure.sources[0];
  const dates = [
    ...new Set(
      workspace.editions.filter((edition) => edition.source === main).map((edition) => edition.asOf),
    ),
  ].sort();
  const wanted = dates.filter((date) => query.asOf === undefined || date <= query.asOf);
  const answers = await answerAll(
    workspace,
    wanted.map((asOf) => ({ figure, query: { ...query, asOf } })),
  );
  const rows = answers.flatMap((found, index) =>
    found.rows.map((row) => ({ as_of: wanted[index] as string, ...row })),
  );
  const editions = new Map(
    answers.flatMap((found) => found.editions).map((edition) => [edition.edition, edition]),
  );
  return {
    id: figure.id,
    unit: unitName(figure.unit),
    as_of: wanted.at(-1) ?? null,
    rows,
    editions: [...editions.values()],
  };
}

async function list(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const { registry } = await import('../kinds/registry.ts');
  const rows = registry.figures.map((figure) => ({
    id: figure.id,
    title: figure.title,
    dimensions: Object.keys(figure.dimensions).join(' '),
    readings: figure.readings.length,
  }));
  printResult(effects, options, {
    document: { figures: registry.figures },
    columns: ['id', 'title', 'dimensions', 'readings'].map((key) => ({ key, title: key })),
    rows,
  });
  return exitCodes.fine;
}
