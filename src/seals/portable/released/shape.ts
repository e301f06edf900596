import { figureShape, like, listOf, map, mapOf, oneOf, orNull, text, whole } from '../shape.ts';
import { releasedForm } from './document.ts';

const day = like(/^\d{4}-\d{2}-\d{2}$/);
const month = like(/^\d{4}-\d{2}$/);
const name = like(/^[a-z][a-z_]{0,40}$/);
const label = like(/^[A-Za-z0-9][A-Za-z0-9-]{0,200}$/);
const filters = mapOf((value) => listOf(label)(value) && (value as unknown[]).length > 0);
const number = like(/^\d{1,15}$/);

/** `seal.json` of a seal of released cells. */
export const releasedShape = map({
  seal: whole,
  form: oneOf(releasedForm),
  language: oneOf('en', 'es'),
  subject: map({ kind: oneOf('figure', 'claim'), id: text }),
  title: text,
  statement: text,
  program: text,
  project: text,
  'address?': like(/^https?:\/\/[^\s"<>{}\\]{1,500}$/),
  figure: figureShape,
  counts: filters,
  claim: orNull(
    map({
      id: text,
      sentence: text,
      published: mapOf(text),
      verdict: oneOf('holds', 'differs'),
      numbers: listOf(map({ stated: text, value: whole, holds: (value) => typeof value === 'boolean' })),
    }),
  ),
  releases: listOf(map({ date: day, months: listOf(month) })),
  tables: listOf(
    map({
      id: like(/^[a-z][a-z-]{0,60}$/),
      title: text,
      by: listOf(name),
      time: oneOf('month', 'year'),
      overlap: orNull(name),
      cells: whole,
      hidden: whole,
      file: like(/^released\/[a-z][a-z-]{0,60}\.ndjson$/),
    }),
  ),
  values: listOf(map({ where: filters, table: whole, cells: whole, through: orNull(month), value: number })),
  signer: orNull(text),
  files: mapOf(map({ sha256: like(/^[0-9a-f]{64}$/), bytes: whole })),
});

/** A line of a released table. */
export const cellShape = map({
  values: mapOf(label),
  through: orNull(month),
  shown: (value) => whole(value) || value === '[c]' || value === '[x]',
});
