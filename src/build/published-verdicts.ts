import { join } from 'node:path';
import type { Verdict } from '../claims/verdict.ts';
import { exitCodes, UserError } from '../project/errors.ts';
import { readKept, writeKept } from '../project/kept-file.ts';
import type { ProjectPaths } from '../project/paths.ts';
import { type Correction, correctionOf, type Given, givenOf } from './corrections.ts';

/** A notice as it is kept and shown. */
export interface Notice extends Correction {
  /** ISO date of the publish that first said so, in UTC. */
  on: string;
  /** ISO date since which the earlier verdict had been published. */
  since: string;
}

/** What was published of each claim, and every notice since. */
export interface PublishedVerdicts {
  schema: 1;
  given: Record<string, Given & { since: string }>;
  /** The oldest first. Never changed, never taken out. */
  notices: Notice[];
}

/** Where they lie: among the records, since what was once published cannot be made again from anything. */
function publishedPath(paths: ProjectPaths): string {
  return join(paths.records, 'published-verdicts.json');
}

/** What has been published so far. Throws CF-CLAIM-011 where it cannot be read. */
export function readPublished(paths: ProjectPaths): PublishedVerdicts {
  const path = publishedPath(paths);
  return readKept<PublishedVerdicts>(
    path,
    { schema: 1, given: {}, notices: [] },
    ({ given, notices }) => Array.isArray(notices) && typeof given === 'object',
    () =>
      new UserError('What was published of the claims cannot be read.', {
        code: 'CF-CLAIM-011',
        exit: exitCodes.unreadable,
        place: { file: path },
        hint: 'Put the file back from a copy. Without it, corrections of earlier verdicts would go unsaid.',
      }),
  );
}

/**
 * What is published once these verdicts are: a claim whose verdict or values are not what was published before gets a
 * notice. A claim that is gone keeps its notices.
 *
 * @param wrong versions of the program that put a mistake of ours right
 */
export function publishVerdicts(
  before: PublishedVerdicts,
  verdicts: readonly Verdict[],
  program: string,
  today: string,
  wrong: ReadonlySet<string> = new Set(),
): PublishedVerdicts {
  const given = { ...before.given };
  const notices = [...before.notices];
  for (const verdict of verdicts) {
    const was = before.given[verdict.id];
    const is = givenOf(verdict, program);
    const correction = was === undefined ? null : correctionOf(was, is, wrong);
    if (correction && was) notices.push({ ...correction, on: today, since: was.since });
    given[verdict.id] = { ...is, since: was === undefined || correction ? today : was.since };
  }
  return { schema: 1, given, notices };
}

/** Writes them down whole or not at all, where they are others than before. */
export function writePublished(
  paths: ProjectPaths,
  before: PublishedVerdicts,
  after: PublishedVerdicts,
): void {
  writeKept(publishedPath(paths), before, after);
}
