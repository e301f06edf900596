import type { Schema } from '../route.ts';
import { day, dayOrNull, many, object, text, textOrNull, texts, whole, wholeOrNull, yesNo } from './build.ts';

const value: Schema = {
  type: ['number', 'string', 'null'],
  description:
    'A count or a share is a number; money a string with its decimals; null is absent, never zero.',
};
const editionNote = object({ edition: text, name: text, source: text, as_of: day, sha256: text });
const filters: Schema = { type: 'object', additionalProperties: texts };

const answerParts = {
  id: text,
  unit: text,
  as_of: dayOrNull,
  rows: many({
    type: 'object',
    description: 'The dimensions asked for, and the value; of a share its exact parts.',
    required: ['value'],
    properties: {
      value,
      numerator: value,
      denominator: value,
      why: { type: 'string', description: 'Why there is no value.' },
    },
    additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
  }),
  editions: many({ $ref: '#/components/schemas/EditionNote' }),
};

const beside = many(
  object(
    { dimension: textOrNull, title: text, values: texts },
    'What a reader has to know beside the values, e.g. that the rules behind them are drafts, or their time zone.',
  ),
);

/** Figures, their values and receipts. */
export const figureSchemas: Readonly<Record<string, Schema>> = {
  FigureSummary: object({ id: text, title: text, unit: text, dimensions: texts }),
  Figure: object({
    id: text,
    title: text,
    unit: text,
    definition: text,
    form: { enum: ['count', 'distinct', 'sum', 'running', 'flow', 'ratio', 'concentration'] },
    dimensions: many(
      object({
        name: text,
        title: text,
        says: text,
        values: { type: ['array', 'null'], items: text },
        additive: yesNo,
      }),
    ),
    defaults: filters,
    caveats: texts,
    sources: texts,
    readings: many(object({ id: text, axis: text, class: text, says: text, why: text })),
  }),
  EditionNote: editionNote,
  Answer: object(answerParts, 'Values of a figure, and the editions that they rest on.'),
  Values: object(
    {
      ...answerParts,
      beside,
      break: textOrNull,
      expected: many(object({ source: text, last: day, every_days: whole, next: day })),
      total: whole,
      build: text,
      next: textOrNull,
    },
    'What "counterfoil figure --json" prints, a page of rows at a time, less how many days late an edition is today.',
  ),
  Receipt: object(
    {
      id: text,
      title: text,
      definition: text,
      sql: { type: 'string', description: 'The portable text of the SQL that gave the value.' },
      query: { type: 'object' },
      answer: { $ref: '#/components/schemas/Answer' },
      parts: many(
        object({
          says: text,
          form: text,
          once: yesNo,
          total: whole,
          'remainder?': object(
            { rows: whole, adds: { type: ['string', 'number'] } },
            'Counted rows on awards of individuals and sole proprietors, which are never listed: how many, and what they add to the value.',
          ),
          rows: many({
            type: 'object',
            required: ['edition', 'row', 'place', 'file', 'key'],
            properties: {
              edition: text,
              row: {
                type: 'integer',
                minimum: 0,
                description:
                  'The record in the file, the header not counted; 0 where the whole file is the evidence.',
              },
              place: text,
              file: text,
              sheet: textOrNull,
              line: wholeOrNull,
              key: { type: 'object' },
              amount: { type: ['string', 'number', 'null'] },
            },
          }),
        }),
      ),
      beside,
      editions: many({ $ref: '#/components/schemas/EditionNote' }),
      program: text,
      build: text,
      next: textOrNull,
    },
    'What "counterfoil trace --json" prints, a page of rows at a time.',
  ),
};
