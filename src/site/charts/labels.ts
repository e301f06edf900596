/**
 * Width of text in px, estimated without a font at hand: a little wide on purpose, so that labels laid out by it
 * do not touch in any of the system fonts.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let units = 0;
  for (const c of text)
    units += /[ .,:;'|!ijlI()[\]]/.test(c) ? 0.36 : /[mwMW%@]/.test(c) ? 0.95 : /[A-Z]/.test(c) ? 0.72 : 0.63;
  return units * size * (bold ? 1.12 : 1);
}

/** Text broken at spaces into lines of at most `width` px; a word longer than that stands alone. */
export function wrap(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Text cut to a width, with an ellipsis where it was cut. */
export function cut(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > width) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Something with a wanted middle and a height, to be set apart from its neighbours. */
export interface Slot {
  at: number;
  height: number;
}

/** Middles as near as can be to the wanted ones, none overlapping, all inside `low` to `high` while they fit. */
export function dodge(slots: Slot[], low: number, high: number): number[] {
  const order = slots.map((_, i) => i).sort((a, b) => (slots[a]?.at ?? 0) - (slots[b]?.at ?? 0) || a - b);
  const tops = new Array<number>(slots.length).fill(0);
  let edge = low;
  for (const i of order) {
    const slot = slots[i] as Slot;
    tops[i] = Math.max(edge, slot.at - slot.height / 2);
    edge = (tops[i] as number) + slot.height;
  }
  edge = high;
  for (const i of order.reverse()) {
    const slot = slots[i] as Slot;
    tops[i] = Math.min(tops[i] as number, edge - slot.height);
    edge = tops[i] as number;
  }
  return slots.map((slot, i) => (tops[i] as number) + slot.height / 2);
}

/** The lowest row in which each span `[from, to]` fits without touching an earlier one. */
export function rowsOf(spans: [number, number][], gap = 2): number[] {
  const ends: number[] = [];
  const order = spans.map((_, i) => i).sort((a, b) => (spans[a]?.[0] ?? 0) - (spans[b]?.[0] ?? 0) || a - b);
  const rows = new Array<number>(spans.length).fill(0);
  for (const i of order) {
    const [from, to] = spans[i] as [number, number];
    let row = ends.findIndex((end) => end + gap <= from);
    if (row < 0) row = ends.length;
    ends[row] = to;
    rows[i] = row;
  }
  return rows;
}
