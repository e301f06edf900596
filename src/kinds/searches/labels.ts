import { type Model, parseModel } from '../../figures/model.ts';
import { identified, organisationSql, statewideKinds } from './account-identity.ts';

/** Labels of accounts, each with the organisation that it is a spelling of. */
export const searchLabels: Model = parseModel(
  'search_labels',
  String.raw`-- one row per account label seen in a log or as the holder of one, with the organisation, state and level it stands for
-- order by: label
with seen as (
  select org_text as label from records_searches where disposition = 'kept' and org_text is not null group by org_text
  union
  select holder as label from records_searches where disposition = 'kept' and holder is not null group by holder
),
identified as ${identified('seen')},
plain as (
  select label, account_key,
    @squash(@replace(@replace(label, ' *\([^)]*\) *', ' '), ' *\[Inactive\]', ' ')) as name,
    nullif(@extract(label, '\(([A-Z][A-Z])\)', 1), 'LR') as bracket_code,
    @matches(label, '\[Inactive\]') as inactive,
    @matches(label, '^\[Federal\]') as federal,
    @extract(label, '\(([A-Z][^)]*) (County|Parish|Borough|Co\.?)\)', 1) as county_text
  from identified
),
placed as (
  select label, account_key, name, inactive, federal, county_text,
    case when not federal then coalesce(bracket_code, @extract(name, '(^| )([A-Z][A-Z])( (PD|SO|SD|SP|HP|DPS|DOC|DA|FD|CSO|UPD|MPD|DPD|PSD|SCSO|LE|TF|RTCC|RTIC))?$', 2), @extract(name, '(^| )([A-Z][A-Z]) [A-Z]', 2)) end as state_code,
    lower(name) as folded
  from plain
),
stated as (
  select p.label, max(s.state) as state, max(case when starts_with(p.name, s.name || ' ') then 1 else 0 end) as statewide
  from placed as p
  join states as s on s.state = p.state_code
    or (p.state_code is null and not p.federal and starts_with(p.name, s.name || ' ') and not @matches(p.folded, '\b(county|city|parish|borough|town|village)\b'))
  group by p.label
),
levelled as (
  select p.label, p.account_key, p.name, p.inactive, p.county_text, s.state,
    ${organisationSql('p.account_key')} as organisation,
    case
      when p.federal then 'federal'
      when @matches(p.folded, '\b(isd|school|schools)\b') then 'school'
      when @matches(p.folded, '\b(university|college|univ|upd|csu)\b') then 'university'
      when @matches(p.folded, '\b(tribal|tribe|nation|pueblo|rancheria)\b') then 'tribal'
      when @matches(p.account_key, '^[a-z][a-z] (${statewideKinds.join('|')})$') or @matches(p.folded, '\b(sp|hp|state police|state patrol|highway patrol|state troopers|doc)$') or (s.statewide = 1 and @matches(p.folded, '(public safety|bureau of investigation|corrections|wildlife|revenue)$')) then 'state'
      when @matches(p.account_key, '\b(so|sheriff|cso|scso|county [a-z]{2} [a-z]+)$') then 'county'
      when @matches(p.account_key, '\b(pd|dps|police|mpd|public safety)$') then 'municipal'
      else 'other'
    end as level
  from placed as p
  left join stated as s on s.label = p.label
)
-- An organisation has one state and one level, however its labels are spelled.
select label,
  row_number() over (order by label) as label_no,
  name, account_key, organisation,
  max(state) over (partition by organisation) as state,
  county_text, inactive,
  min(level) over (partition by organisation) as level
from levelled`,
);
