import type { Site } from '../../site.ts';

/** `2–14, 16`: rows as a person finds them in the file. */
export function ranges(site: Site, edition: string, numbers: readonly number[]): string {
  const found = site.byEdition.get(edition);
  const shift = found?.sheet === null ? 0 : (found?.headerRows ?? 0);
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length; at += 1) {
    const first = sorted[at] as number;
    let last = first;
    while (sorted[at + 1] === last + 1) {
      at += 1;
      last = sorted[at] as number;
    }
    parts.push(first === last ? String(first + shift) : `${first + shift}–${last + shift}`);
  }
  return parts.join(', ');
}
