import type { Flag } from '../../../figures/flag.ts';

export const largeFirstAction: Flag = {
  id: 'contracts.large-first-action',
  title: "A vendor's first action in the data is large",
  unit: 'vendor',
  method:
    "A vendor's first action in all the data at hand is flagged where its obligation or its ceiling is more than {least} dollars, and the data begin at least {days} days before it.",
  source:
    'Open Contracting Partnership, red flags of company experience; Federal Acquisition Regulation, 9.104-1 (responsibility)',
  why: 'A firm without a record that wins a large contract at once raises the question how it was found able.',
  innocent: [
    'The firm may have years of contracts with other agencies, or under an older name or number, that are not at hand.',
    'A merger or a new registration gives an old firm a new number.',
    'A joint venture is new by its nature.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Vendors whose first action lies within the first days of the data, where everyone is new.',
  ],
  example:
    'The data begin in October 2022. A firm that is never seen before has its first action in May 2025: 40 million.',
  needs: 'Several years of downloads; identifiers (UEI) make it surer than names.',
  settings: {
    least: { default: 10000000, says: 'dollars of the first action' },
    days: { default: 365, says: 'days after the first date of the data' },
  },
  units: `select vendor as unit, coalesce(vendor_name, vendor) as label,
  case when date_diff('day', data_begins, action_date) < {days} then 'not applicable'
    when coalesce(obligation, 0) > {least} or coalesce(ceiling_change, 0) > {least} then 'flagged' else 'passed' end as outcome,
  case when coalesce(obligation, 0) > coalesce(ceiling_change, 0) then coalesce(obligation, 0) else coalesce(ceiling_change, 0) end as value
from contract_vendor_firsts`,
  rows: `select vendor as unit, edition, "row" from contract_vendor_firsts`,
};
