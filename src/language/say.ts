import type { Lang } from './lang.ts';
import { marked, markedSlots } from './marks.ts';
import { spanish } from './spanish/all.ts';

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

const catalogues: Readonly<Record<Lang, Messages | null>> = { en: null, es: spanish };
const sayers = new Map<Lang, Say>();

/** How texts are said in a language. A text that its catalogue lacks stays English; a test finds those. */
export function sayIn(lang: Lang): Say {
  const known = sayers.get(lang);
  if (known) return known;
  const say = ((parts: string | TemplateStringsArray, ...values: unknown[]) =>
    typeof parts === 'string' ? sayText(lang, parts) : sayTemplate(lang, parts, values)) as Say;
  sayers.set(lang, say);
  return say;
}

/** The forms of a message with a number in it, in a language. */
export function formsIn(lang: Lang, message: Plural): Plural {
  const found = catalogues[lang]?.[message.other];
  if (found === undefined) return message;
  const forms = typeof found === 'string' ? { other: found } : found;
  return Object.fromEntries(Object.entries(forms).map(([rule, text]) => [rule, marked(text)])) as Plural;
}

/** The filed form of a text with values: `As of {1}`. */
export function keyOf(parts: readonly string[]): string {
  return parts.reduce((key, part, index) => `${key}{${index}}${part}`);
}

function sayText(lang: Lang, text: string): string {
  const found = catalogues[lang]?.[text];
  if (found === undefined) return text;
  return marked(typeof found === 'string' ? found : found.other);
}

function sayTemplate(lang: Lang, parts: readonly string[], values: readonly unknown[]): unknown {
  const catalogue = catalogues[lang];
  const found = catalogue === null ? undefined : catalogue[keyOf(parts)];
  const message = found === undefined ? undefined : typeof found === 'string' ? found : found.other;
  const pieces = message === undefined ? english(parts, values) : filled(message, values);
  return values.every((value) => typeof value === 'string' || typeof value === 'number')
    ? pieces.join('')
    : pieces;
}

function english(parts: readonly string[], values: readonly unknown[]): unknown[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [values[index - 1], part]));
}

function filled(message: string, values: readonly unknown[]): unknown[] {
  return markedSlots(message)
    .split(/(\{\d+\})/)
    .map((piece) => (/^\{\d+\}$/.test(piece) ? values[Number(piece.slice(1, -1)) - 1] : piece));
}
