import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addFiles } from '../build/add.ts';
import { buildModels } from '../build/build.ts';
import { createProject } from '../build/create-project.ts';
import type { Outcome } from '../build/ingest.ts';
import { embeddedModels } from '../build/materialise.ts';
import { withIngest } from '../build/session.ts';
import type { BindOptions } from '../claims/bind-options.ts';
import { type Bound, bindSentence } from '../claims/bind-sentence.ts';
import { listDates, releaseDates } from '../claims/candidates.ts';
import { judge } from '../claims/judge.ts';
import type { Question } from '../claims/questions.ts';
import type { Verdict } from '../claims/verdict.ts';
import type { Figure } from '../figures/figure.ts';
import { checkNames, figureCalled, isoDate, parseWhere } from '../figures/query.ts';
import { registry } from '../kinds/registry.ts';
import { type Edition, servesAnyDate } from '../project/edition.ts';
import type { Effects } from '../project/effects.ts';
import { describeError, type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { projectPaths } from '../project/paths.ts';
import { knownNames } from '../publication/known-names.ts';
import { states } from '../reference/states.ts';
import type { CommandOptions } from './commands.ts';
import { text, texts } from './options.ts';
import { note, printText } from './output.ts';
import { describeVerdict } from './verdict-lines.ts';

interface Checked {
  bound: Bound;
  verdicts: Verdict[];
}

/** `counterfoil check "SENTENCE" FILE…`: one sentence on the files given; exit code 1 where a number differs. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const sentence = text(options, 'sentence') ?? '';
  const figure = text(options, 'figure');
  if (figure !== undefined) figureCalled(figure, registry.figures);
  const asOf = text(options, 'asOf');
  const from = text(options, 'from');
  const answers = {
    ...(figure === undefined ? {} : { figure }),
    ...(asOf === undefined ? {} : { asOf: isoDate(asOf, 'as-of') }),
    ...(from === undefined ? {} : { from: isoDate(from, 'from') }),
    where: parseWhere(texts(options, 'where')),
    whole: texts(options, 'whole'),
  };
  const { bound, verdicts } = await inScratchProject(options, effects, sentence, answers);
  printText(effects, options, { verdicts, questions: bound.questions, notes: bound.notes }, [
    ...bound.notes,
    ...(bound.notes.length > 0 ? [''] : []),
    ...verdicts.flatMap(describeVerdict),
    ...bound.questions.flatMap(questionLines),
  ]);
  if (verdicts.some((verdict) => verdict.verdict === 'differs')) return exitCodes.differs;
  // A sentence of which nothing could be judged is a question back to the user, not a success.
  return verdicts.length === 0 ? exitCodes.usage : exitCodes.fine;
}

/** A question with what could be meant, and of a name or a purpose with the options that answer it. */
function questionLines({ about, asks, choices, by, phrase }: Question): string[] {
  if (phrase === undefined) return [`Open: ${asks}${choices.length === 0 ? '' : ` ${choices.join(', ')}`}`];
  const filters = (by ?? []).map((name) => `--where ${name}=…`);
  return [
    `Open: ${asks}`,
    ...choices.map((choice) => `  --where ${choice}`),
    ...(about === 'organisation' && choices.length > 1
      ? ['  These may be one organisation under several names or numbers: --where can be given for each.']
      : []),
    `  Answer with ${[...filters, `--whole "${phrase}" if it restricts nothing`].join(', or ')}.`,
  ];
}

/** A project in a private folder that is gone at the end; the files themselves are not copied. */
async function inScratchProject(
  options: CommandOptions,
  effects: Effects,
  sentence: string,
  answers: Pick<BindOptions, 'figure' | 'asOf' | 'from' | 'where' | 'whole'>,
): Promise<Checked> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-'));
  try {
    createProject(folder, { title: 'one sentence', template: 'empty' });
    const paths = projectPaths(folder);
    return await withIngest(paths, registry, effects, async (context) => {
      const outcomes = await addFiles({ ...context, keepOriginals: false }, texts(options, 'file'), {
        cwd: effects.cwd,
      });
      tellOutcomes(outcomes, effects);
      let checked: Checked = { bound: { claims: [], questions: [], notes: [] }, verdicts: [] };
      await buildModels(
        paths,
        registry,
        embeddedModels(context.engine, paths),
        effects.signal,
        async (bench) => {
          const lists = [
            ...new Set(
              bench.editions.filter((edition) => !servesAnyDate(edition)).map((edition) => edition.asOf),
            ),
          ].sort();
          const figures = figuresAtHand(bench.editions);
          checkNames(Object.keys(answers.where ?? {}), figures);
          const bound = bindSentence(sentence, {
            figures,
            states,
            lists,
            listsOf: (figure) => listDates(bench, figure),
            releasesOf: (figure) => releaseDates(bench, figure),
            ...(await knownNames(bench, registry)),
            ...answers,
          });
          const verdicts: Verdict[] = [];
          for (const claim of bound.claims) verdicts.push(await judge(bench, registry, claim));
          checked = { bound, verdicts };
        },
      );
      return checked;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Only what the files can answer may be meant: "agencies" of a list are not those of an audit log. */
function figuresAtHand(editions: readonly Edition[]): Figure[] {
  const sources = new Set(editions.map((edition) => edition.source));
  return registry.figures.filter((figure) => figure.sources.some((source) => sources.has(source)));
}

function tellOutcomes(outcomes: readonly Outcome[], effects: Effects): void {
  for (const outcome of outcomes)
    if (outcome.outcome === 'failed') note(effects, describeError(outcome.error));
  if (outcomes.some((outcome) => outcome.outcome === 'added' || outcome.outcome === 'known')) return;
  throw new UserError('None of the files is a record file.', {
    code: 'CF-READ-034',
    exit: exitCodes.unreadable,
    hint: 'Give the files as their publisher released them; the lines above say why each was left out.',
  });
}
