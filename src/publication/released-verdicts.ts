import { type Claim, partsOf, type Where } from '../claims/claim.ts';
import { rational, toText } from '../claims/rational.ts';
import { mannerOf } from '../claims/say.ts';
import { distanceTo, intervalOf, parseStated, within } from '../claims/stated.ts';
import type { NumberFound, Verdict } from '../claims/verdict.ts';
import type { Figure } from '../figures/figure.ts';
import type { Kind, Registry } from '../figures/kind.ts';
import { english, type Say } from '../language/say-with.ts';
import { openVerdicts } from './open.ts';
import type { PublishedRelease } from './published.ts';
import type { ReleasedTable } from './release.ts';

/**
 * Verdicts as they are published. One on a closed kind is given anew on its released tables, where these hold each of
 * its numbers; else it is not checkable. What was worked out from rows is dropped first, and is looked at no more.
 */
export function publishedVerdicts(
  registry: Registry,
  verdicts: readonly Verdict[],
  releases: readonly PublishedRelease[],
): Verdict[] {
  return openVerdicts(registry, verdicts).map((verdict) => {
    const kind = registry.kinds.find((one) => one.figures.some(({ id }) => id === verdict.figure));
    const release = releases.find((one) => one.kind === kind?.id);
    const figure = kind?.figures.find(({ id }) => id === verdict.figure);
    const fixed = kind && figure ? fixedPart(kind, figure) : null;
    return fixed && release && figure
      ? (onRelease(verdict, fixed, figure, release.tables) ?? verdict)
      : verdict;
  });
}

/**
 * A verdict on released tables, where these hold each number of the sentence; else null. `fixed` is what the figure counts
 * of the plan's base.
 */
export function onRelease(
  verdict: Verdict,
  fixed: Where,
  figure: Figure,
  tables: readonly ReleasedTable[],
  say: Say = english,
): Verdict | null {
  const { claim } = verdict;
  // A released month stays as it was: a claim on what was known on a day, or on a change, asks something else.
  if (claim.change || claim.as_of !== undefined || claim.until !== undefined) return null;
  const numbers = partsOf(claim).map((part) =>
    numberOf(claim, figure, part, { ...part.where, ...fixed }, tables),
  );
  const found = numbers.filter((number) => number !== null);
  if (found.length === 0 || found.length < numbers.length) return null;
  const word = found.every((number) => number.holds) ? 'holds' : 'differs';
  const each = found.map((number) =>
    number.holds ? number.shown : say`${number.shown}, stated ${number.stated}`,
  );
  return {
    ...verdict,
    verdict: word,
    why: null,
    numbers: found,
    says: [say`${say(word)}: ${each.join('; ')} in the released tables.`],
  };
}

/** Figures of the kinds that leave as released tables alone, with what each counts of these. */
export function closedFigures(registry: Pick<Registry, 'kinds'>): { figure: Figure; fixed: Where }[] {
  return registry.kinds
    .filter((kind) => kind.release !== undefined)
    .flatMap((kind) =>
      kind.figures.flatMap((figure) => {
        const fixed = fixedPart(kind, figure);
        return fixed ? [{ figure, fixed }] : [];
      }),
    );
}

/** What a figure counts of the plan's base, as values of dimensions; null where it counts something else. */
export function fixedPart(kind: Kind, figure: Figure): Where | null {
  const whole = kind.figures[0];
  if (figure.from !== whole?.from || figure.form.form !== 'count' || figure.defaults) return null;
  if (figure.where === undefined) return {};
  const dimension = kind.release?.readable.dimension ?? '';
  const found = /^(\w+) = '([\w-]+)'$/.exec(figure.where);
  return found && found[1] === dimension ? { [dimension]: [found[2] as string] } : null;
}

function numberOf(
  claim: Claim,
  figure: Figure,
  part: { where: Where; states: string },
  where: Where,
  tables: readonly ReleasedTable[],
): NumberFound | null {
  const value = releasedValue(where, tables);
  const stated = parseStated(part.states);
  if (value === null || !stated || stated.percent) return null;
  const exact = rational(String(value));
  const interval = intervalOf(stated, true);
  return {
    where: part.where,
    stated: part.states,
    value: String(value),
    shown: mannerOf(claim, figure, stated).show(exact),
    expected: {
      low: interval.low && toText(interval.low),
      high: interval.high && toText(interval.high),
      low_open: interval.lowOpen,
      high_open: interval.highOpen,
    },
    holds: within(exact, interval),
    off: toText(distanceTo(exact, interval)),
    ends: [{ day: null, list: null, value: String(value), without: [] }],
  };
}

/** The count of one cell, where a table has exactly these dimensions and shows it; a year only when it is complete. */
function releasedValue(where: Where, tables: readonly ReleasedTable[]): number | null {
  const names = Object.keys(where).sort();
  if (Object.values(where).some((values) => values.length !== 1)) return null;
  const table = tables.find((one) => JSON.stringify([...one.by].sort()) === JSON.stringify(names));
  const row = table?.rows.find(
    ({ values, through }) =>
      names.every((name) => values[name] === where[name]?.[0]) &&
      (through === null || through.endsWith('-12')),
  );
  return typeof row?.shown === 'number' ? row.shown : null;
}
