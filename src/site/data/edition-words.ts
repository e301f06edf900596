import type { AsOfOrigin, Coverage } from '../../project/edition.ts';

/** Where an edition's date came from, in words. */
export const originWords: Readonly<Record<AsOfOrigin, string>> = {
  given: 'given by the maintainers of this project',
  capture: 'the time in the file’s name at which an archive captured it',
  name: 'the publisher’s date in the file’s name',
  modified: 'the file’s own time of its last change',
  content: 'the latest date in its records',
  obtained: 'the day on which it was obtained',
  undated: 'the day on which it was obtained; nothing in it is dated, and it counts on any date',
};

/** How editions of a source add up, in words. */
export const coverageWords: Readonly<Record<Coverage, string>> = {
  snapshot: 'Each edition is the whole list on its date; the latest one counts, and they are never added up.',
  window: 'Each edition covers a period; an event that two of them hold counts once.',
  partition: 'Each edition covers a period of its own; of each period the latest one counts.',
  delta: 'Each edition holds what changed since the one before; they are applied in order.',
};

/** Codes of values that could not be read, in words. An unknown code is its own word. */
const problemWords: Readonly<Record<string, string>> = {
  'not-a-date': 'not a date',
  'outside-reason': 'a date outside reason',
  'not-a-number': 'not a number',
  'unknown-word': 'no word of the vocabulary',
  'not-matched': 'not matched',
  'link-elsewhere': 'a link to another place than the publisher’s',
};

export function problemWord(code: string): string {
  return problemWords[code] ?? code.replaceAll('-', ' ');
}
