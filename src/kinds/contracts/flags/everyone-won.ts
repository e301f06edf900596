import type { Flag } from '../../../figures/flag.ts';

export const everyoneWon: Flag = {
  id: 'contracts.everyone-won',
  title: 'Everyone who offered won',
  unit: 'family of vehicles',
  method:
    'The vehicles of one solicitation are counted and compared with the offers that their records state. It is flagged where there are at least {least} vehicles and just as many offers; more vehicles than offers means that the number was stated for a part, and the outcome is unknown.',
  source:
    'Federal Acquisition Regulation, 16.504(c) (multiple awards); U.S. Government Accountability Office, reports on competition and on indefinite-delivery contracts',
  why: 'Where nobody was turned away, the selection chose nothing.',
  innocent: [
    'A solicitation can be meant to admit every qualified firm, with competition left to the orders.',
    'Offers that were withdrawn or not responsive may not be counted.',
    'The number may be that of one group of the solicitation.',
  ],
  exclusions: [
    'Families with fewer vehicles than the least number.',
    'Families for which no record states the offers.',
  ],
  example: 'Six vehicles under one solicitation, each with number of offers received 6.',
  needs:
    'Vehicles with solicitation and offers: the FPDS Atom feed, the transactions download, or the typed-in form of vehicles.',
  settings: { least: { default: 3, says: 'vehicles below which nothing is said' } },
  units: `with stated as (
  select family, max(offers) as offers from contract_offers where level = 'vehicle' and family is not null group by family
)
select f.family as unit, f.family as label,
  case when f.vehicles < {least} then 'not applicable' when s.offers is null then 'unknown' when f.vehicles > s.offers then 'unknown' when f.vehicles = s.offers then 'flagged' else 'passed' end as outcome,
  cast(f.vehicles as varchar) || ' of ' || cast(s.offers as varchar) as value
from contract_families as f
left join stated as s on s.family = f.family`,
  rows: `select family as unit, edition, "row" from contract_vehicles where family is not null and edition is not null
union all
select family as unit, edition, "row" from contract_offers where level = 'vehicle' and family is not null`,
};
