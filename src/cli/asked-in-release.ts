import type { PackRule } from '../kinds/searches/packs.ts';
import type { ReleasedRow, ReleasedTable } from '../publication/release.ts';
import { type Place, type ShownSum, sumOfShown } from '../publication/sums-of-shown.ts';
import type { Network } from './network-facts.ts';

/**
 * How many searches a rule asks about, as far as released counts tell: of who searches from outside by the table of
 * networks; of stated reasons by that of states and reasons, where the log of one network is all there is. Null where no
 * released table knows what the rule looks at: only the holder of the log sees how many.
 *
 * Years and months count that the rule was in force throughout.
 */
export function askedInRelease(
  rule: PackRule,
  network: Network,
  tables: readonly ReleasedTable[],
  places: ReadonlyMap<string, Place>,
): ShownSum | null {
  const rowsBy = (...names: string[]) =>
    tables.find(({ by }) => by.length === names.length && names.every((name) => by.includes(name)))?.rows ??
    [];
  const ofNetworks = rowsBy('network', 'organisation', 'year');
  const holds = ({ values, through }: ReleasedRow) => {
    const first = `${values['month'] ?? `${values['year']}-01`}-01`;
    const last = `${values['month'] ?? through ?? `${values['year']}-12`}-31`;
    return (rule.from === undefined || rule.from <= first) && (rule.to === undefined || rule.to >= last);
  };
  const sum = (rows: readonly ReleasedRow[]) => {
    const found = rows.filter(holds);
    return found.length === 0 ? null : sumOfShown(found);
  };
  if (rule.type === 'organisation-scope' && network.state !== null) {
    const outside = (id: string) => {
      const state = places.get(id)?.state ?? 'unreadable';
      return state !== 'unreadable' && state !== network.state && !rule.allow?.includes(id);
    };
    return sum(
      ofNetworks.filter(
        ({ values }) => values['network'] === network.id && outside(values['organisation'] as string),
      ),
    );
  }
  const alone = new Set(ofNetworks.map(({ values }) => values['network'])).size === 1;
  if (rule.type === 'reason-class' && alone)
    return sum(
      rowsBy('state', 'reason_class', 'month').filter(({ values }) =>
        rule.classes?.includes(values['reason_class'] as string),
      ),
    );
  return null;
}
