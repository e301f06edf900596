import { marked, markedSlots } from './marks.ts';

/** A message in the plural forms of its language; `#` stands for the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/**
 * Messages of a language by their English text. A value's place is `{1}`, `{2}` in the English and may move in the
 * translation. A message with a number in it (`# agencies`) is filed under its English plural and has forms of its own.
 */
export type Messages = Readonly<Record<string, string | Plural>>;

/** Says a text in one language. */
export interface Say {
  /** A text without values, or one held elsewhere (a title, a caveat). */
  (text: string): string;
  /** A text with values: ``say`As of ${date}` `` is filed as `As of {1}`. */
  (parts: TemplateStringsArray, ...values: (string | number)[]): string;
  /** As before, with elements of a page among the values: the pieces in the order of the language. */
  <T extends readonly unknown[]>(parts: TemplateStringsArray, ...values: T): (string | T[number])[];
}

/** Says texts by a catalogue; null stands for English. A text that the catalogue lacks stays English. */
export function sayWith(catalogue: Messages | null): Say {
  const say = (parts: string | TemplateStringsArray, ...values: unknown[]) =>
    typeof parts === 'string' ? sayText(catalogue, parts) : sayTemplate(catalogue, parts, values);
  return say as Say;
}

/** English: the texts as they stand. */
export const english: Say = sayWith(null);

/** The filed form of a text with values: `As of {1}`. */
export function keyOf(parts: readonly string[]): string {
  return parts.reduce((key, part, index) => `${key}{${index}}${part}`);
}

function sayText(catalogue: Messages | null, text: string): string {
  const found = catalogue?.[text];
  if (found === undefined) return text;
  return marked(typeof found === 'string' ? found : found.other);
}

function sayTemplate(
  catalogue: Messages | null,
  parts: readonly string[],
  values: readonly unknown[],
): unknown {
  const found = catalogue === null ? undefined : catalogue[keyOf(parts)];
  const message = found === undefined ? undefined : typeof found === 'string' ? found : found.other;
  const pieces = message === undefined ? asWritten(parts, values) : filled(message, values);
  return values.every((value) => typeof value === 'string' || typeof value === 'number')
    ? pieces.join('')
    : pieces;
}

function asWritten(parts: readonly string[], values: readonly unknown[]): unknown[] {
  const pieces: unknown[] = [parts[0]];
  for (const [index, value] of values.entries()) pieces.push(value, parts[index + 1]);
  return pieces;
}

function filled(message: string, values: readonly unknown[]): unknown[] {
  return markedSlots(message)
    .split(/(\{\d+\})/)
    .map((piece) => (/^\{\d+\}$/.test(piece) ? values[Number(piece.slice(1, -1)) - 1] : piece));
}
