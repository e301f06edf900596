import type { Flag } from '../../../figures/flag.ts';

export const newScope: Flag = {
  id: 'contracts.new-scope',
  title: 'New scope by modification',
  unit: 'vehicle, order or contract',
  method:
    'Among the actions of an award, the product or industry code of a modification differs in its group (the first letter or digit of a service, the first two of an industry) from that of the first action at hand, or a modification says in the words of its description that a new site, service or requirement is added.',
  source: 'Federal Acquisition Regulation, 6.001(c) and 43.201 (changes within scope)',
  why: 'Work outside the scope that was competed needs its own competition.',
  innocent: [
    'Codes are corrected, and code lists change: a new code can mean the same work.',
    '"Add" and "new" are also said of funds, of contract lines and of addresses.',
    'A change within the general scope is allowed by the contract.',
  ],
  exclusions: [
    'Recipients that are natural persons or sole proprietors.',
    'Awards with one action.',
    'Descriptions are reduced to words of a vocabulary: wording that is not in it is not seen.',
  ],
  example: 'A contract for guards (S206) is modified with product code R799, other support services.',
  needs:
    'Product and industry codes by action: The USAspending contract transactions download (297 columns) and the FPDS Atom feed have it; the transaction search export has not.',
  settings: {},
  units: `with firsts as (
  select award, min_by(product_code, place_in_award) filter (where product_code is not null) as product_code,
    min_by(industry_code, place_in_award) filter (where industry_code is not null) as industry_code,
    count(*) as actions, count(product_code) as coded
  from contract_actions
  where vendor_state <> 'individual'
  group by award
),
judged as (
  select a.award, min(a.award_label) as label, min(f.actions) as actions, min(f.coded) as coded,
    max(case when substr(a.product_code, 1, 1) <> substr(f.product_code, 1, 1) or substr(a.industry_code, 1, 2) <> substr(f.industry_code, 1, 2) then 1 else 0 end) as by_code,
    max(case when a.modification <> '0' and @matches(a.description, '\\b(add|adds|added|adding)( the| a| an| one| new| additional| …)* (new )?(site|sites|facility|facilities|location|locations|service|services|requirement|requirements|scope)\\b|\\bnew (scope|service|services|site|sites|requirement|requirements)\\b|\\bout of scope\\b') then 1 else 0 end) as by_words,
    count(a.description) as described
  from contract_actions as a
  join firsts as f on f.award = a.award
  group by a.award
)
select award as unit, label,
  case when actions = 1 then 'not applicable' when by_code = 1 or by_words = 1 then 'flagged' when coded = 0 and described = 0 then 'unknown' else 'passed' end as outcome,
  case when by_code = 1 and by_words = 1 then 'code and words' when by_code = 1 then 'code' when by_words = 1 then 'words' end as value
from judged`,
  rows: `select award as unit, edition, "row" from contract_actions`,
};
