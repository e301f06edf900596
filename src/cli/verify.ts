import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { requireBuilt } from '../build/build.ts';
import { countVerdicts, readVerdicts } from '../build/verdicts.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { Query } from '../figures/figure.ts';
import { isoDate, knownAt } from '../figures/query.ts';
import { writeDurably } from '../project/durable.ts';
import { servesAnyDate } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf, text, texts, withWorkspace } from './options.ts';
import { printText } from './output.ts';
import { noClaim, noSeal } from './refusals.ts';
import { describeVerdict } from './verdict-lines.ts';

/** `counterfoil verify [CLAIM…|FILE]`: the verdicts of the project's claims, or the check of a seal; exit code 1 where one differs. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const [file, ...rest] = texts(options, 'claim').map((given) => resolve(effects.cwd, given));
  if (file !== undefined && rest.length === 0 && statSync(file, { throwIfNoEntry: false })?.isFile()) {
    const { verifySeal } = await import('./verify-seal.ts');
    return verifySeal(file, options, effects);
  }
  for (const given of texts(options, 'claim')) if (given.endsWith('.zip')) throw noSeal(given);
  const paths = projectOf(options, effects);
  const { registry } = await import('../kinds/registry.ts');
  requireBuilt(paths, registry);
  const [asOf, known] = [text(options, 'asOf'), text(options, 'knownAt')];
  const all =
    asOf === undefined && known === undefined
      ? readVerdicts(paths)
      : await judgedThen(options, effects, {
          ...(asOf === undefined ? {} : { asOf: isoDate(asOf, 'as-of') }),
          ...(known === undefined ? {} : { knownAt: knownAt(known) }),
        });
  const verdicts = pick(all, texts(options, 'claim'));
  const junit = text(options, 'junit');
  if (junit !== undefined) {
    const { junitReport } = await import('../export/junit.ts');
    writeDurably(resolve(effects.cwd, junit), junitReport(verdicts));
  }
  printText(effects, options, { verdicts }, [
    ...verdicts.flatMap(describeVerdict),
    `${countVerdicts(verdicts).words}.`,
  ]);
  return verdicts.some((verdict) => verdict.verdict === 'differs') ? exitCodes.differs : exitCodes.fine;
}

/** The verdicts on the editions that there were on a day, or that were known at a time. */
function judgedThen(
  options: CommandOptions,
  effects: Effects,
  limits: Pick<Query, 'asOf' | 'knownAt'>,
): Promise<Verdict[]> {
  return withWorkspace(options, effects, async (workspace) => {
    const { judge } = await import('../claims/judge.ts');
    const { readClaims } = await import('../claims/read-claims.ts');
    const editions = workspace.editions.filter(
      (edition) =>
        (limits.asOf === undefined || edition.asOf <= limits.asOf || servesAnyDate(edition)) &&
        (limits.knownAt === undefined || edition.obtained <= limits.knownAt),
    );
    const verdicts: Verdict[] = [];
    for (const claim of await readClaims(workspace.paths.claims, workspace.registry.figures))
      verdicts.push(await judge({ ...workspace, editions, limits }, workspace.registry, claim));
    return verdicts;
  });
}

function pick(verdicts: readonly Verdict[], ids: readonly string[]): Verdict[] {
  const known = verdicts.map((verdict) => verdict.id);
  for (const id of ids) if (!known.includes(id)) throw noClaim(id, known);
  return verdicts.filter((verdict) => ids.length === 0 || ids.includes(verdict.id));
}
