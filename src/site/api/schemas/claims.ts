import type { Schema } from '../route.ts';
import { day, many, object, orNull, text, textOrNull, texts, yesNo } from './build.ts';

const word: Schema = { enum: ['holds', 'differs', 'not checkable'] };
const published = object({ by: text, 'title?': text, 'url?': text, 'on?': text });
const ends = many(object({ day: textOrNull, list: textOrNull, value: textOrNull, without: texts }));
const where: Schema = { type: 'object', additionalProperties: texts };

/** Claims, verdicts and what is asked of a text. */
export const claimSchemas: Readonly<Record<string, Schema>> = {
  ClaimSummary: object({
    id: text,
    sentence: text,
    published,
    figure: textOrNull,
    verdict: word,
    why: textOrNull,
    says: texts,
  }),
  Verdict: object(
    {
      id: text,
      claim: { type: 'object', required: ['id', 'sentence', 'published', 'where'] },
      verdict: word,
      why: textOrNull,
      figure: textOrNull,
      unit: textOrNull,
      numbers: many(
        object({
          where,
          stated: text,
          value: textOrNull,
          shown: text,
          expected: object({ low: textOrNull, high: textOrNull, low_open: yesNo, high_open: yesNo }),
          holds: yesNo,
          off: textOrNull,
          ends,
        }),
      ),
      search: orNull({ $ref: '#/components/schemas/ReadingSearch' }),
      range: orNull(
        object({
          low: text,
          high: text,
          shown: text,
          lists: texts,
          readings: texts,
          holds_throughout: yesNo,
        }),
      ),
      editions: many({ $ref: '#/components/schemas/EditionNote' }),
      says: texts,
    },
    'What "counterfoil verify --json" prints of one claim.',
  ),
  ReadingSearch: {
    type: 'object',
    description: 'The other readings that were tried. They never change the verdict.',
    required: ['tried', 'fitted', 'without_value', 'fits', 'closest', 'alternatives', 'chance', 'weak'],
    properties: {
      tried: { type: 'integer' },
      fitted: { type: 'integer' },
      without_value: { type: 'integer' },
      fits: many({ type: 'object' }),
      closest: many({ type: 'object' }),
      alternatives: many({ type: 'object' }),
      chance: { type: ['object', 'null'] },
      weak: { type: 'boolean' },
      weak_because: texts,
    },
  },
  ClaimHistory: object({
    claim: text,
    sentence: text,
    points: many(
      object({
        date: day,
        verdict: word,
        values: texts,
        edition: object({ edition: text, sha256: text, obtained: text }),
      }),
    ),
    moves: many({
      type: 'object',
      required: ['from', 'to', 'date', 'says'],
      properties: { from: word, to: word, date: day, edition: { type: 'object' }, says: text },
    }),
  }),
  Checked: object({
    build: text,
    sentences: many(
      object({
        text,
        verdicts: many({ $ref: '#/components/schemas/Verdict' }),
        questions: many(
          object({
            about: { enum: ['date', 'figure', 'number', 'place', 'organisation', 'purpose'] },
            asks: text,
            choices: texts,
            'offers?': many(object({ where: text, name: text })),
            'by?': texts,
            'phrase?': text,
          }),
        ),
        notes: texts,
      }),
    ),
  }),
};
