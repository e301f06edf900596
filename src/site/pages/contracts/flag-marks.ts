import type { FlagResult } from '../../../flags/run-flags.ts';
import { sayIn } from '../../../language/say.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { at } from './addresses.ts';
import { anchorOfUnit } from './flag-data.ts';

/** A question that the records raise about something on a page. */
export interface FlagMark {
  id: string;
  title: string;
  about: string;
  value: string | null;
  innocent: readonly string[];
  fires_on_most: boolean;
  /** Where its unit stands on the flag's page. */
  page: string;
}

/** Flags on any of some units, in the order of the flags; a flag with many units is one mark. */
export function flagMarks(site: Site, units: readonly { unit: string; about: string }[]): FlagMark[] {
  const found = new Map<FlagResult, { unit: string; about: string }[]>();
  for (const one of units)
    for (const result of site.contracts?.flagsOf.get(one.unit) ?? [])
      found.set(result, [...(found.get(result) ?? []), one]);
  return (site.contracts?.flags ?? []).flatMap((result) => {
    const about = found.get(result);
    if (!about) return [];
    const first = result.flagged.find((unit) => unit.unit === about[0]?.unit);
    return [
      {
        id: result.flag.id,
        title: sayIn(site.lang)(result.flag.title),
        about:
          about.length > 4
            ? sayIn(site.lang)`${about.length} of the orders and this vehicle`
            : about.map((one) => one.about).join(', '),
        value: about.length === 1 ? (first?.value ?? null) : null,
        innocent: result.flag.innocent.map((one) => sayIn(site.lang)(one)),
        fires_on_most: result.firesOnMost,
        page: file(
          at.flag(result.flag.id),
          first === undefined ? undefined : anchorOfUnit(result, first.unit),
        ),
      },
    ];
  });
}
