import { sqlText } from '../../engine/sql-text.ts';
import type { Model } from '../../figures/model.ts';
import { exitCodes, UserError } from '../../project/errors.ts';
import { identified } from './account-identity.ts';

/**
 * The model of the time zones that a project says of networks, in the place of the empty one: for those that have not the
 * zone in which most people of their state live.
 *
 * @throws UserError CF-CONFIG-016 for a zone that there is not, or a network named twice
 */
export function networkZones(zones: Readonly<Record<string, string>>): Model {
  const seen = new Set<string>();
  const rows = Object.entries(zones).map(([label, zone]) => {
    if (!isZone(zone))
      throw new UserError(`"${zone}" is no time zone.`, {
        code: 'CF-CONFIG-016',
        exit: exitCodes.usage,
        hint: 'Write it as the IANA database does, e.g. America/Chicago, under "searches", "zones" in counterfoil.yaml.',
      });
    // Labels are compared without case: a network of two zones would have its log twice.
    if (seen.has(label.toLowerCase()))
      throw new UserError(`"${label}" has two time zones.`, {
        code: 'CF-CONFIG-016',
        exit: exitCodes.usage,
        hint: 'Leave one of them under "searches", "zones" in counterfoil.yaml: labels are compared without case.',
      });
    seen.add(label.toLowerCase());
    return `(${sqlText(label)}, ${sqlText(zone)})`;
  });
  return {
    name: 'network_zones',
    says: 'one row per network of which the project says the time zone',
    orderBy: 'account_key',
    // Two spellings of one account with two zones say nothing.
    sql: `with listed as (
  select label, zone from (values ${rows.join(', ')}) as listed (label, zone)
),
identified as ${identified('listed')}
select account_key, min(zone) as zone from identified group by account_key having min(zone) = max(zone)`,
    view: true,
  };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return /^[A-Z][A-Za-z_]+(\/[A-Za-z_-]+)+$/.test(name);
  } catch {
    return false;
  }
}
