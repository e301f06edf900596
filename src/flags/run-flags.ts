import type { SqlRow } from '../engine/engine.ts';
import { sqlList } from '../engine/sql-text.ts';
import { type EditionNote, editionNote, type Workbench } from '../figures/answer.ts';
import { chainSql } from '../figures/compile.ts';
import type { Query } from '../figures/figure.ts';
import type { Flag, FlagOutcome } from '../figures/flag.ts';
import { relationsRead } from '../figures/model.ts';
import { everyRow, type ListedRows } from '../figures/remainder.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { nearest } from '../project/nearest.ts';

/** Settings of flags as `counterfoil.yaml` gives them: flag -> setting -> value. */
export type FlagSettings = Readonly<Record<string, Readonly<Record<string, number | readonly string[]>>>>;

/** One unit that a flag raises a question about. */
export interface FlaggedUnit {
  unit: string;
  label: string;
  value: string | null;
  rows: { edition: string; row: number }[];
}

/** The columns that say where a row stands. */
export const placeColumns = ['edition', 'row'];

/** What a flag came to over everything, with what it could not look at. */
export interface FlagResult {
  flag: Flag;
  settings: Record<string, number | readonly string[]>;
  coverage: { examined: number; flagged: number; passed: number; notApplicable: number; unknown: number };
  /** Said where a flag fires on most of what it could examine: it then tells little. */
  firesOnMost: boolean;
  flagged: FlaggedUnit[];
  editions: EditionNote[];
}

/** Flagged units that are listed of each flag unless told otherwise. */
export const mostUnits = 100_000;

/** The settings of some flags, after all were checked against all flags that there are. */
export function settingsOf(
  asked: readonly Flag[],
  all: readonly Flag[],
  settings: FlagSettings,
): FlagSettings {
  checkSettings(all, settings);
  return Object.fromEntries(Object.entries(settings).filter(([id]) => asked.some((flag) => flag.id === id)));
}

/**
 * Runs flags over the editions that a query asks for.
 *
 * @param limit the most flagged units listed of each; the coverage is always whole
 * @param listed which rows, by their places, may be named as those that an outcome rests on
 * @throws UserError CF-FLAG-001 for a setting of a flag or name that there is not, CF-FLAG-002 for a value of the wrong kind
 */
export async function runFlags(
  bench: Workbench,
  flags: readonly Flag[],
  settings: FlagSettings = {},
  query: Pick<Query, 'asOf' | 'knownAt'> = {},
  limit = mostUnits,
  listed: ListedRows = everyRow,
): Promise<FlagResult[]> {
  checkSettings(flags, settings);
  const results: FlagResult[] = [];
  for (const flag of flags)
    results.push(await runFlag(bench, flag, settings[flag.id] ?? {}, query, limit, listed));
  return results;
}

async function runFlag(
  bench: Workbench,
  flag: Flag,
  given: Readonly<Record<string, number | readonly string[]>>,
  query: Pick<Query, 'asOf' | 'knownAt'>,
  limit: number,
  listed: ListedRows,
): Promise<FlagResult> {
  const settings = Object.fromEntries(
    Object.entries(flag.settings).map(([name, setting]) => [name, given[name] ?? setting.default]),
  );
  const units = withSettings(flag.units, settings);
  const rows = withSettings(flag.rows, settings);
  const known = new Set([...bench.relations.models.keys(), 'editions', 'all_editions']);
  const chain = chainSql(
    [...new Set([...relationsRead(units, known), ...relationsRead(rows, known), ...listed.reads])],
    query,
    bench.relations,
  );
  const head = chain === '' ? 'with ' : `${chain.trimEnd()},\n`;
  const counted = await bench.engine.query(
    `${head}flag_units as (\n${units}\n)\nselect outcome, count(*) as n from flag_units group by outcome order by outcome`,
  );
  const count = (outcome: FlagOutcome) =>
    (counted.find((row) => row['outcome'] === outcome)?.['n'] ?? 0) as number;
  const found = await bench.engine.query(
    `${head}flag_units as (\n${units}\n)\nselect unit, label, cast(value as varchar) as value from flag_units where outcome = 'flagged' order by unit, label, value limit ${limit}`,
  );
  const places =
    found.length === 0
      ? []
      : await bench.engine.query(
          `${head}flag_rows as (\n${rows}\n)\nselect distinct unit, edition, "row" from flag_rows where unit in ${sqlList(found.map((row) => row['unit'] as string))} and ${listed.where} order by unit, edition, "row"`,
        );
  const placesOf = Map.groupBy(places, (place) => place['unit'] as string);
  const flagged = found.map((row) => toUnit(row, placesOf.get(row['unit'] as string) ?? []));
  const passed = count('passed');
  const total = count('flagged');
  const used = new Set(flagged.flatMap((unit) => unit.rows.map((row) => row.edition)));
  return {
    flag,
    settings,
    coverage: {
      examined: total + passed,
      flagged: total,
      passed,
      notApplicable: count('not applicable'),
      unknown: count('unknown'),
    },
    firesOnMost: total >= 5 && total * 2 > total + passed,
    flagged,
    editions: bench.editions.filter((edition) => used.has(edition.edition)).map(editionNote),
  };
}

function toUnit(row: SqlRow, places: readonly SqlRow[]): FlaggedUnit {
  const unit = row['unit'] as string;
  return {
    unit,
    label: (row['label'] ?? unit) as string,
    value: (row['value'] ?? null) as string | null,
    rows: places.map((place) => ({ edition: place['edition'] as string, row: place['row'] as number })),
  };
}

/** Puts a flag's settings into its SQL: numbers as they are, lists as text in brackets. */
export function withSettings(
  sql: string,
  settings: Readonly<Record<string, number | readonly string[]>>,
): string {
  return sql.replace(/\{([a-z_]+)\}/g, (_whole, name: string) => {
    const value = settings[name];
    if (value === undefined)
      throw new Error(`a flag's SQL names the setting ${name}, which it does not declare`);
    return typeof value === 'number' ? String(value) : sqlList(value);
  });
}

function checkSettings(flags: readonly Flag[], settings: FlagSettings): void {
  for (const [id, given] of Object.entries(settings)) {
    const flag = flags.find((one) => one.id === id);
    if (!flag)
      throw mistake(
        `There is no flag "${id}".`,
        id,
        flags.map((one) => one.id),
      );
    for (const [name, value] of Object.entries(given)) {
      const setting = Object.hasOwn(flag.settings, name) ? flag.settings[name] : undefined;
      if (!setting)
        throw mistake(`The flag ${id} has no setting "${name}".`, name, Object.keys(flag.settings));
      const fits = Array.isArray(setting.default)
        ? Array.isArray(value) && value.every((item) => typeof item === 'string')
        : typeof value === 'number' && Number.isFinite(value);
      if (!fits) {
        throw new UserError(
          `The setting ${name} of the flag ${id} is ${Array.isArray(setting.default) ? 'a list of words' : 'a number'}.`,
          {
            code: 'CF-FLAG-002',
            exit: exitCodes.usage,
            hint: `Its default is ${JSON.stringify(setting.default)}: ${setting.says}.`,
          },
        );
      }
    }
  }
}

function mistake(message: string, word: string, known: readonly string[]): UserError {
  const close = nearest(word, known);
  return new UserError(message, {
    code: 'CF-FLAG-001',
    exit: exitCodes.usage,
    hint: close ? `Did you mean "${close}"?` : `There are: ${known.join(', ')}.`,
  });
}
