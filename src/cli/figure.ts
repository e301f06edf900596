import { answer } from '../figures/answer.ts';
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
  return withWorkspace(options, effects, async (workspace) => {
    const figure = figureCalled(id, workspace.registry.figures);
    const query = parseQuery(figure, queryText(options));
    const found = await answer(workspace, figure, query);
    const columns = [...query.by, 'value', ...(found.rows.some((row) => 'denominator' in row) ? ['numerator', 'denominator'] : [])];
    printResult(effects, options, {
      document: found,
      columns: columns.map((key) => ({ key, title: key === 'value' ? found.unit : key })),
      rows: found.rows,
      before: `${figure.title}, as of ${found.as_of ?? 'no date'}`,
    });
    for (const row of found.rows) if (row['why'] !== undefined) note(effects, `no value: ${String(row['why'])}`);
    if (!options['json']) note(effects, found.editions.map((edition) => `from ${edition.name}, as of ${edition.as_of}`).join('\n'));
    return exitCodes.fine;
  });
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
