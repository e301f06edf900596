/**
 * For tests: texts that came from a catalogue stand between two characters that no record has, so that a page can be
 * searched for texts that did not. Off unless a test turns it on.
 */
let on = false;

/** Opens a text from a catalogue, and closes it. */
export const marks = { open: '\uE000', close: '\uE001' } as const;

/** Turns marks on or off. */
export function markTexts(wanted: boolean): void {
  on = wanted;
}

/** A text from a catalogue, between marks where they are on. */
export function marked(text: string): string {
  return on ? `${marks.open}${text}${marks.close}` : text;
}

/** As `marked`, with the places of values (`{1}`, `{name}`) left outside the marks. */
export function markedSlots(text: string): string {
  return on ? marked(text.replace(/\{\w+\}/g, (slot) => `${marks.close}${slot}${marks.open}`)) : text;
}

/** Fixed words with marks around them, where marks are on. */
export function withMarks<T extends object>(words: T): T {
  if (!on) return words;
  const mark = (text: unknown): unknown =>
    typeof text === 'string'
      ? markedSlots(text)
      : Object.fromEntries(Object.entries(text as object).map(([key, form]) => [key, mark(form)]));
  return mark(words) as T;
}
