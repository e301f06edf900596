import { isoDate, knownAt } from '../figures/query.ts';
import { type FlagResult, runFlags, settingsOf } from '../flags/run-flags.ts';
import { readConfig } from '../project/config.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts, withWorkspace } from './options.ts';
import { printResult } from './output.ts';

/** `counterfoil flags [ID…]`: the questions that the records raise, each with what it could and could not look at. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const config = await readConfig(projectOf(options, effects));
  return withWorkspace(options, effects, async (workspace) => {
    const wanted = texts(options, 'flag');
    const known = workspace.registry.flags.map((flag) => flag.id);
    for (const id of wanted) if (!known.includes(id)) throw noFlag(id, known);
    const [asOf, knownBy] = [text(options, 'asOf'), text(options, 'knownAt')];
    const flags = workspace.registry.flags.filter((flag) => wanted.length === 0 || wanted.includes(flag.id));
    const settings = settingsOf(flags, workspace.registry.flags, config.flags ?? {});
    const results = await runFlags(workspace, flags, settings, {
      ...(asOf === undefined ? {} : { asOf: isoDate(asOf, 'as-of') }),
      ...(knownBy === undefined ? {} : { knownAt: knownAt(knownBy) }),
    });
    const overview = results.map(overviewRow);
    const units = wanted.length === 0 ? [] : results.flatMap(unitRows);
    printResult(effects, options, {
      document: { flags: results },
      columns: (units.length > 0
        ? ['flag', 'unit', 'label', 'value', 'rows']
        : ['flag', 'flagged', 'examined', 'not_applicable', 'unknown', 'title']
      ).map((key) => ({ key, title: key.replace('_', ' ') })),
      rows: units.length > 0 ? units : overview,
      before:
        'A flag is a question that the records raise, never an accusation. Each has innocent explanations: see docs/flags/.',
      ...(wanted.length > 0
        ? { after: results.flatMap(explain).join('\n') }
        : { after: 'counterfoil flags ID lists the units of one flag.' }),
    });
    return exitCodes.fine;
  });
}

function overviewRow(result: FlagResult) {
  const { examined, flagged, passed, notApplicable, unknown } = result.coverage;
  return {
    flag: result.flag.id,
    title: result.flag.title,
    flagged,
    examined,
    passed,
    not_applicable: notApplicable,
    unknown,
    fires_on_most: result.firesOnMost,
  };
}

function unitRows(result: FlagResult) {
  return result.flagged.map((unit) => ({
    flag: result.flag.id,
    unit: unit.unit,
    label: unit.label,
    value: unit.value,
    rows: unit.rows.length,
  }));
}

function explain({ flag, coverage, firesOnMost, flagged }: FlagResult): string[] {
  return [
    ...(flagged.length < coverage.flagged
      ? [`The first ${flagged.length.toLocaleString('en-US')} units of ${flag.id} are listed.`]
      : []),
    `${flag.title}: ${coverage.flagged} of ${coverage.examined} examined; ${coverage.notApplicable} not applicable, ${coverage.unknown} unknown.`,
    ...(firesOnMost ? ['  It fires on most of what it could examine, and so tells little.'] : []),
    ...(coverage.notApplicable + coverage.unknown > 0 ? [`  For what is missing: ${flag.needs}`] : []),
    ...flag.innocent.map((reason) => `  It can also be: ${reason}`),
  ];
}

function noFlag(id: string, known: readonly string[]): UserError {
  const close = nearest(id, known);
  return new UserError(`There is no flag "${id}".`, {
    code: 'CF-FLAG-003',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ')}.`,
  });
}
