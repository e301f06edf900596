import type { ReleasedRow, ReleasedTable } from './release.ts';

/**
 * What shown counts add up to, and how many counts beside them are hidden: the true sum is at least `shown` + `hidden`.
 * Where all that there is is hidden, `shown` is null: a zero would say that there is nothing.
 */
export interface ShownSum {
  shown: number | null;
  hidden: number;
}

/**
 * Adds up what is shown. Whoever has the released tables can do the same: nothing is told that they do not tell, and no
 * hidden count is in it. Counts that are not available are no part of either.
 */
export function sumOfShown(rows: readonly ReleasedRow[]): ShownSum {
  let sum = 0;
  let hidden = 0;
  for (const { shown } of rows) {
    if (typeof shown === 'number') sum += shown;
    else if (shown === '[c]') hidden += 1;
  }
  return { shown: sum === 0 && hidden > 0 ? null : sum, hidden };
}

/** Where an organisation or a network is: a state (`federal` of a federal account) and a level; both may be `unreadable`. */
export interface Place {
  state: string;
  level: string;
}

/** Searches from organisations of one state (or level) in networks of one, in a year: a search once in each network. */
export interface Flow extends ShownSum {
  from: string;
  to: string;
  year: string;
  through: string | null;
}

/** Flows between states or levels, as far as shown counts tell; in the order of names. */
export function flowsOf(
  tables: readonly ReleasedTable[],
  places: ReadonlyMap<string, Place>,
  of: keyof Place,
): Flow[] {
  const table = tables.find(({ by }) => by.includes('network') && by.includes('organisation'));
  const at = (id: string | undefined) => places.get(id ?? '')?.[of] ?? 'unreadable';
  const groups = Map.groupBy(table?.rows ?? [], ({ values }) =>
    [at(values['organisation']), at(values['network']), values['year']].join('|'),
  );
  return [...groups.keys()].sort().flatMap((key) => {
    const rows = groups.get(key) ?? [];
    const [from, to, year] = key.split('|') as [string, string, string];
    const sum = sumOfShown(rows);
    const through = rows[0]?.through ?? null;
    return sum.shown === 0 && sum.hidden === 0 ? [] : [{ from, to, year, through, ...sum }];
  });
}
