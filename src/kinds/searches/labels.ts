-- one row per account label seen in a log or as the holder of one, with the organisation, state and level it stands for
-- order by: label
-- The state is the last two-letter code that stands as a word of its own; a federal account has none, and (LR) is no state.
with seen as (
  select org_text as label from records_searches where disposition = 'kept' and org_text is not null group by org_text
  union
  select holder as label from records_searches where disposition = 'kept' and holder is not null group by holder
),
plain as (
  select label,
    @squash(@replace(@replace(label, ' *\([^)]*\) *', ' '), ' *\[Inactive\]', ' ')) as name,
    nullif(@extract(label, '\(([A-Z][A-Z])\)', 1), 'LR') as bracket_code,
    @matches(label, '\[Inactive\]') as inactive,
    @matches(label, '^\[Federal\]') as federal,
    @extract(label, '\(([A-Z][^)]*) (County|Parish|Borough|Co\.?)\)', 1) as county_text
  from seen
),
placed as (
  select label, name, inactive, federal, county_text, bracket_code,
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
)
select
  p.label,
  row_number() over (order by p.label) as label_no,
  p.name,
  @replace(@replace(p.folded, '[^a-z0-9]+', '-'), '^-|-$', '') || case when p.bracket_code is null then '' else '-' || lower(p.bracket_code) end as organisation,
  s.state,
  p.county_text,
  p.inactive,
  case
    when p.federal then 'federal'
    when @matches(p.folded, '\b(isd|school|schools)\b') then 'school'
    when @matches(p.folded, '\b(university|college|univ|upd|csu)\b') then 'university'
    when @matches(p.folded, '\b(tribal|tribe|nation|pueblo|rancheria)\b') then 'tribal'
    when @matches(p.folded, '\b(sp|hp|dps|state police|state patrol|highway patrol|state troopers|doc)$') or (s.statewide = 1 and @matches(p.folded, '(public safety|bureau of investigation|corrections|wildlife|revenue)$')) then 'state'
    when @matches(p.folded, '\b(so|sheriff|cso|scso|sheriff''?s office|county [a-z]{2} [a-z]+)$') then 'county'
    when @matches(p.folded, '\b(pd|police|police department|mpd|public safety)$') then 'municipal'
    else 'other'
  end as level
from placed as p
left join stated as s on s.label = p.label
