import { bindSentence } from '../../../claims/bind-sentence.ts';
import { listDates, releaseDates } from '../../../claims/candidates.ts';
import { judge } from '../../../claims/judge.ts';
import type { Verdict } from '../../../claims/verdict.ts';
import type { Figure } from '../../../figures/figure.ts';
import { checkNames, figureCalled, isoDate, parseWhere } from '../../../figures/query.ts';
import { servesAnyDate } from '../../../project/edition.ts';
import { exitCodes, UserError } from '../../../project/errors.ts';
import { knownNames } from '../../../publication/known-names.ts';
import { publishedVerdicts } from '../../../publication/released-verdicts.ts';
import { states } from '../../../reference/states.ts';
import { sentencesOf } from '../../desk/paragraph.ts';
import type { Route } from '../route.ts';
import { schema } from '../schemas/all.ts';

interface Body {
  text: string;
  figure?: string;
  as_of?: string;
  from?: string;
  chosen?: Record<string, string>;
  where?: string[];
  whole?: string[];
}

/** A sentence bound to figures and judged, as `counterfoil check` does; what the words leave open is asked back. */
const check: Route = {
  method: 'post',
  path: '/check',
  id: 'checkText',
  summary: 'Find the numbers in a text, bind them to figures, judge them',
  says: 'By rules alone; nothing of the text is kept. What the words leave open comes back as a question, "which date?" first; ask again with the answer in "figure", "as_of", "from", "where" or "whole", or with a figure for each number in "chosen". Sentences on records of which only released tables leave are judged on these tables.',
  parameters: [],
  body: {
    type: 'object',
    additionalProperties: false,
    required: ['text'],
    properties: {
      text: { type: 'string', minLength: 1, maxLength: 4000, description: 'One sentence, or a paragraph.' },
      figure: { type: 'string', maxLength: 80, description: 'The figure that is meant.' },
      as_of: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'The date that is meant.' },
      from: {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'Of growth, the earlier date.',
      },
      where: {
        type: 'array',
        maxItems: 10,
        items: { type: 'string', maxLength: 200 },
        description:
          'Whose number it is, or what it is for, as filters: "vendor=ABC123DEF456", "product=S206".',
      },
      whole: {
        type: 'array',
        maxItems: 20,
        items: { type: 'string', maxLength: 200 },
        description:
          'Names and purposes of the text that restrict nothing, as the "phrase" of their question has them: the number is held against all.',
      },
      chosen: {
        type: 'object',
        maxProperties: 40,
        propertyNames: { pattern: '^\\d{1,4}$' },
        additionalProperties: { type: 'string', maxLength: 80 },
        description:
          'Figures of single numbers, by the place in the sentence (from 0) at which the number starts. The text is then one sentence.',
      },
    },
  },
  answer: schema('Checked'),
  refuses: [404, 413, 415],
  example: '/check',
  exampleBody: { text: 'On 5 February 2026 the list had 395 agencies.' },
  async handle(ask, holdings) {
    const body = ask.body as Body;
    const { registry } = holdings;
    for (const id of [
      ...(body.figure === undefined ? [] : [body.figure]),
      ...Object.values(body.chosen ?? {}),
    ])
      figureCalled(id, registry.figures);
    const texts = sentencesOf(body.text);
    if (body.chosen !== undefined && texts.length !== 1)
      throw new UserError('"chosen" goes with one sentence.', {
        code: 'CF-API-010',
        exit: exitCodes.usage,
        hint: 'Ask sentence by sentence: the places of its numbers are counted from its first letter.',
      });
    const answers = {
      ...(body.figure === undefined ? {} : { figure: body.figure }),
      ...(body.as_of === undefined ? {} : { asOf: isoDate(body.as_of, 'as_of') }),
      ...(body.from === undefined ? {} : { from: isoDate(body.from, 'from') }),
      ...(body.chosen === undefined ? {} : { chosen: body.chosen }),
      where: parseWhere(body.where ?? []),
      whole: body.whole ?? [],
    };
    const sources = new Set([...holdings.bench.editions.map((edition) => edition.source)]);
    const released = new Set(holdings.releases.map((release) => release.kind));
    const figures = registry.kinds.flatMap((kind) =>
      kind.figures.filter(
        (figure) => released.has(kind.id) || figure.sources.some((source) => sources.has(source)),
      ),
    );
    checkNames(Object.keys(answers.where), figures);
    const lists = [
      ...new Set(
        holdings.bench.editions.filter((edition) => !servesAnyDate(edition)).map((edition) => edition.asOf),
      ),
    ].sort();
    const names = await holdings.queue.run(() => knownNames(holdings.bench, holdings.registry));
    const sentences = [];
    for (const text of texts) {
      const listsOf = (figure: Figure) => listDates(holdings.bench, figure);
      const releasesOf = (figure: Figure) => releaseDates(holdings.bench, figure);
      const bound = bindSentence(text, { figures, states, lists, listsOf, releasesOf, ...names, ...answers });
      const verdicts: Verdict[] = [];
      for (const claim of bound.claims)
        verdicts.push(await holdings.queue.run(() => judge(holdings.bench, registry, claim)));
      sentences.push({
        text,
        verdicts: publishedVerdicts(registry, verdicts, holdings.releases),
        questions: bound.questions,
        notes: bound.notes,
      });
    }
    return { build: holdings.build, sentences };
  },
};

/** Judging a text. */
export const checkRoutes: readonly Route[] = [check];
