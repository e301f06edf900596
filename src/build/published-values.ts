import { join } from 'node:path';
import { exitCodes, UserError } from '../project/errors.ts';
import { readKept, writeKept } from '../project/kept-file.ts';
import type { ProjectPaths } from '../project/paths.ts';

/** A value that a page of a figure shows: of the figure as a whole, or of one of its parts, as of one day. */
export interface ShownValue {
  figure: string;
  /** Of a part: dimension and value, as \`--where\` takes them. */
  part?: string;
  /** ISO date that the value stands for. */
  day: string;
  value: string;
  /** The editions that it may rest on, in order. */
  editions: readonly string[];
}

/** Why a value is another than the one shown before for the same day. Never mixed. */
export type RevisionCause = 'other files' | 'we revised' | 'we were wrong';

/** A value that is not what was shown for the same figure and day before. */
export interface Revision {
  figure: string;
  part?: string;
  day: string;
  was: string;
  is: string;
  /** ISO date of the publish that first showed the earlier value, and of the one that first showed this one. */
  since: string;
  on: string;
  cause: RevisionCause;
  /** What the earlier value may have rested on. */
  editions: readonly string[];
}

interface Kept {
  value: string;
  since: string;
  program: string;
  editions: readonly string[];
}

/** What was shown last of each figure and day, and every revision since. */
export interface PublishedValues {
  schema: 1;
  /** By `figure|day`, of a part by `figure|day|dimension=value`. */
  shown: Record<string, Kept>;
  /** The oldest first. */
  revisions: Revision[];
}

/** Where they lie: among the records, since what was once shown cannot be made again from anything. */
function valuesPath(paths: ProjectPaths): string {
  return join(paths.records, 'published-values.json');
}

/** What has been shown so far. Throws CF-RELEASE-005 where it cannot be read. */
export function readShown(paths: ProjectPaths): PublishedValues {
  const path = valuesPath(paths);
  return readKept<PublishedValues>(
    path,
    { schema: 1, shown: {}, revisions: [] },
    ({ shown, revisions }) => Array.isArray(revisions) && typeof shown === 'object',
    () =>
      new UserError('What was published of the figures cannot be read.', {
        code: 'CF-RELEASE-005',
        exit: exitCodes.unreadable,
        place: { file: path },
        hint: 'Put the file back from a copy. Without it, revisions of values that were shown would go unsaid.',
      }),
  );
}

/**
 * What is kept once these values are shown: one that is not what was shown for its figure and day before is a revision.
 * A day that is no longer shown keeps its last value; a part of such a day is forgotten, since parts are shown of the latest
 * day alone. What rested on an edition that has to go everywhere is forgotten.
 *
 * @param wrong versions of the program that put a mistake of ours right
 */
export function publishValues(
  before: PublishedValues,
  values: readonly ShownValue[],
  program: string,
  today: string,
  { wrong = new Set(), gone = new Set() }: { wrong?: ReadonlySet<string>; gone?: ReadonlySet<string> } = {},
): PublishedValues {
  const stays = ({ editions }: { editions: readonly string[] }) => !editions.some((one) => gone.has(one));
  const parts = new Set(values.filter(({ part }) => part !== undefined).map(keyOf));
  const shown = Object.fromEntries(
    Object.entries(before.shown).filter(([key, kept]) => stays(kept) && (!isPart(key) || parts.has(key))),
  );
  const revisions = before.revisions.filter(
    (one) => stays(one) && (one.part === undefined || parts.has(keyOf(one))),
  );
  for (const one of values) {
    const { figure, day, part, value, editions } = one;
    const key = keyOf(one);
    const was = shown[key];
    const same = was?.value === value;
    if (was && !same) {
      const files = was.editions.join() !== editions.join();
      const cause = files ? 'other files' : wrong.has(program) ? 'we were wrong' : 'we revised';
      const { since } = was;
      revisions.push({
        figure,
        day,
        ...(part === undefined ? {} : { part }),
        was: was.value,
        is: value,
        since,
        on: today,
        cause,
        editions: was.editions,
      });
    }
    shown[key] = { value, since: was && same ? was.since : today, program, editions };
  }
  return { schema: 1, shown, revisions };
}

const keyOf = ({ figure, day, part }: Pick<ShownValue, 'figure' | 'day' | 'part'>) =>
  part === undefined ? `${figure}|${day}` : `${figure}|${day}|${part}`;

const isPart = (key: string) => key.split('|').length > 2;

/** Writes them down whole or not at all, where they are others than before. */
export function writeShown(paths: ProjectPaths, before: PublishedValues, after: PublishedValues): void {
  writeKept(valuesPath(paths), before, after);
}
