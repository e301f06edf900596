import type { ValueKind } from '../cell.ts';
import { formatValue } from '../cell.ts';
import { fill, type Lang, words } from '../words.ts';

/**
 * Classes of a map. `breaks` are the lower ends, ascending, at most five: breaks [1, 10, 50] make 1 to 9,
 * 10 to 49, 50 or more. A value below the first break is class 0 ("none", where the first break is 1).
 */
export interface Classes {
  breaks: number[];
  kind?: ValueKind;
  /** Of counts that are hidden while they are small: the smallest beside 0 that is shown. */
  least?: number;
}

/** 0 to breaks.length; null (no data) stays null. */
export function classOf(value: number | null, classes: Classes): number | null {
  if (value === null) return null;
  return classes.breaks.filter((low) => value >= low).length;
}

/** The classes in words, class 0 first. Counts end one below the next break, other kinds at it. */
export function classLabels(classes: Classes, lang: Lang): string[] {
  const { breaks, kind = 'number' } = classes;
  const w = words(lang);
  const whole = kind === 'number' && breaks.every(Number.isInteger);
  const say = (value: number) => formatValue(value, kind, lang);
  const zero = whole && breaks[0] === 1 ? `0` : `< ${say(breaks[0] ?? 0)}`;
  const others = breaks.map((lower, i) => {
    const low = i === 0 ? Math.max(lower, classes.least ?? lower) : lower;
    const next = breaks[i + 1];
    if (next === undefined) return fill(w.orMore, { from: say(low) });
    const high = whole ? next - 1 : next;
    if (whole && high === low) return say(low);
    return whole ? fill(w.class, { from: say(low), to: say(high) }) : `${say(low)} – < ${say(high)}`;
  });
  return [zero, ...others];
}

const ladder = [1, 2, 5];

/** Round breaks (1, 2, 5, 10, …) that share the values above zero out evenly: at most `count`, for whole counts. */
export function roundBreaks(values: (number | null)[], count = 5): number[] {
  const known = values.filter((value): value is number => value !== null && value > 0).sort((a, b) => a - b);
  const top = known.at(-1);
  if (top === undefined) return [1];
  const found = [1];
  for (let i = 1; i < count; i += 1) {
    const quantile = known[Math.floor((i / count) * known.length)] ?? top;
    const round = roundUp(quantile);
    if (round > (found.at(-1) ?? 0) && round <= top) found.push(round);
  }
  return found;
}

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [...ladder, 10].find((step) => step * power >= value * 0.999) ?? 10;
  return Math.max(1, Math.round(factor * power));
}
