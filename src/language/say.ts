import type { Lang } from './lang.ts';
import { marked } from './marks.ts';
import { english, type Messages, type Plural, type Say, sayWith } from './say-with.ts';
import { spanish } from './spanish/all.ts';

export type { Messages, Plural, Say } from './say-with.ts';

const catalogues: Readonly<Record<Lang, Messages | null>> = { en: null, es: spanish };
const sayers: Readonly<Record<Lang, Say>> = { en: english, es: sayWith(spanish) };

/** How texts are said in a language. A text that its catalogue lacks stays English; a test finds those. */
export function sayIn(lang: Lang): Say {
  return sayers[lang];
}

/** The forms of a message with a number in it, in a language. */
export function formsIn(lang: Lang, message: Plural): Plural {
  const found = catalogues[lang]?.[message.other];
  if (found === undefined) return message;
  const forms = typeof found === 'string' ? { other: found } : found;
  return Object.fromEntries(Object.entries(forms).map(([rule, text]) => [rule, marked(text)])) as Plural;
}
