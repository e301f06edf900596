import { sayIn } from '../../../language/say.ts';
import type { Site } from '../../site.ts';

/** `2–14, 16`: rows as a person finds them in the file; of an edition as a whole (row 0) the words for that. */
export function ranges(site: Site, edition: string, numbers: readonly number[]): string {
  if (numbers.length > 0 && numbers.every((row) => row === 0)) return sayIn(site.lang)`the file as a whole`;
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
