/** What a value has to look like. */
export type Shape = (value: unknown) => boolean;

export const text: Shape = (value) => typeof value === 'string';
export const whole: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const flag: Shape = (value) => typeof value === 'boolean';
export const anything: Shape = () => true;
export const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
export const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);
export const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
export const like =
  (pattern: RegExp): Shape =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const mapOf =
  (shape: Shape): Shape =>
  (value) =>
    isMap(value) && Object.values(value).every(shape);

/** A map with exactly these keys; those that end with `?` may be absent. */
export function map(shapes: Readonly<Record<string, Shape>>): Shape {
  const known = new Map(
    Object.entries(shapes).map(([key, shape]) => [key.replace(/\?$/, ''), { shape, may: key.endsWith('?') }]),
  );
  return (value) =>
    isMap(value) &&
    Object.keys(value).every((key) => known.has(key)) &&
    [...known].every(([key, { shape, may }]) => (Object.hasOwn(value, key) ? shape(value[key]) : may));
}

const day = like(/^\d{4}-\d{2}-\d{2}$/);
const sha = like(/^[0-9a-f]{64}$/);
const number = like(/^-?\d{1,40}(\.\d{1,20})?$/);
const filters = mapOf(listOf(text));
const query = map({ 'asOf?': day, 'until?': day, 'knownAt?': text, where: filters });
const scalar: Shape = (value) => value === null || ['string', 'number', 'boolean'].includes(typeof value);

const measure = map({
  query,
  as_of: day,
  value: number,
  sql: like(/^sql\/\d+\.sql$/),
  editions: listOf(text),
  parts: listOf(
    map({
      says: text,
      form: oneOf('count', 'flow', 'distinct', 'sum', 'running'),
      once: flag,
      total: whole,
      'remainder?': map({ rows: whole, adds: number }),
      value: number,
      file: like(/^rows\/\d+-\d+\.ndjson$/),
    }),
  ),
});

const claim = map({
  id: text,
  sentence: text,
  published: mapOf(text),
  change: orNull(map({ from: day, to: day, in: oneOf('percent', 'times', 'difference') })),
  verdict: oneOf('holds', 'differs'),
  numbers: listOf(map({ stated: text, where: filters, measures: listOf(whole), value: number, holds: flag })),
});

/** A figure's declaration. */
export const figureShape = map({
  id: text,
  title: text,
  definition: text,
  unit: (value) =>
    map({ kind: oneOf('count'), one: text, many: text })(value) ||
    map({ kind: oneOf('money'), currency: text })(value) ||
    map({ kind: oneOf('share') })(value),
  form: (value) => isMap(value) && typeof value['form'] === 'string',
  from: text,
  where: orNull(text),
  defaults: filters,
  caveats: listOf(text),
  sources: listOf(text),
});

/** `seal.json`. */
export const documentShape = map({
  seal: whole,
  subject: map({ kind: oneOf('figure', 'claim'), id: text }),
  title: text,
  statement: text,
  program: text,
  project: text,
  'address?': like(/^https?:\/\/[^\s"<>{}\\]{1,500}$/),
  figure: figureShape,
  claim: orNull(claim),
  measures: (value) => listOf(measure)(value) && (value as unknown[]).length > 0,
  readings: listOf(map({ says: text, why: text, value: orNull(text) })),
  readings_tried: whole,
  signer: orNull(text),
  files: mapOf(map({ sha256: sha, bytes: whole })),
});

/** `editions.json`. */
export const editionsShape = listOf(
  map({
    edition: like(/^[0-9a-f]{16}(-\d+)?$/),
    name: text,
    kind: text,
    source: text,
    publisher: text,
    as_of: day,
    as_of_from: text,
    sha256: sha,
    bytes: whole,
    sheet: orNull(text),
    header_rows: whole,
    records: whole,
    records_sha256: sha,
    obtained: text,
  }),
);

/** `journal/entries.json`. */
export const entriesShape = listOf(
  map({ edition: text, index: whole, line: text, proof: listOf(like(/^[A-Za-z0-9+/]{43}=$/)) }),
);

/** A line of a rows file. */
export const rowShape = map({
  edition: text,
  // Row 0 is the file as a whole.
  row: whole,
  place: text,
  file: text,
  sheet: orNull(text),
  key: mapOf(scalar),
  'amount?': (value) => value === null || number(String(value)),
});
