/**
 * The entry of `known` that is closest to `word` by edit distance, if it is near enough to be a slip of the
 * fingers (at most a third of its length, at least 1, at most 3); else undefined.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  // Beside another that differs in case alone a known word is its own.
  if (known.includes(word)) return word;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  const bound = Math.min(3, Math.max(1, Math.floor(word.length / 3)));
  return bestDistance <= bound ? best : undefined;
}

/** Edits between two words: letters put in, left out, put for another, or two neighbours swapped, each 1. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substituted = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(substituted, (previous[j] as number) + 1, (current[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[b.length] as number;
}
