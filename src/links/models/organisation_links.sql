-- one row per organisation of a plate-reader network and agency with an agreement that it may be, with how sure that is
-- order by: organisation, agency
-- Certain: place, kind of agency and state agree, and there is no second agency of which that holds. Everything else is
-- listed for a person to confirm, and joined to nothing.
with accounts as (
  select l.organisation, l.state, min(l.name) as name,
    min(@replace(l.account_key, ' [a-z][a-z] (pd|so|sd|sp|hp|dps|cso)$', '')) as place,
    min(@extract(l.account_key, ' (pd|so|sd|sp|hp|dps|cso)$', 1)) as form
  from search_labels as l
  where l.state is not null
  group by l.organisation, l.state
),
listed as (
  select a.organisation as agency, a.state, a.agency_key, a.first_listed, a.last_listed, a.standing,
    case
      when @matches(a.agency_key, 'sheriff') then 'so'
      when @matches(a.agency_key, 'police') then 'pd'
      else 'other'
    end as form,
    @squash(@replace(@replace(@replace(@replace(a.agency_key, ' *\([^)]*\)', ''), '(office of the |the )', ' '), '\b(sheriff''?s?|police|department|dept\.?|office|of)\b', ' '), '[-_.,]+', ' ')) as place
  from agencies as a
),
alike as (
  select c.organisation, c.state, c.name, l.agency, l.agency_key, l.first_listed, l.last_listed, l.standing,
    case when (c.form in ('so', 'sd', 'cso') and l.form = 'so') or (c.form = 'pd' and l.form = 'pd' and l.place = c.place) then 1 else 0 end as same_form
  from accounts as c
  join listed as l on l.state = c.state and (l.place = c.place or l.place = @replace(c.place, '^city of ', '') or @replace(l.place, ' county$', '') = @replace(c.place, ' (county|co)$', ''))
),
counted as (
  select alike.organisation, alike.state, alike.name, alike.agency, alike.agency_key, alike.first_listed, alike.last_listed, alike.standing, alike.same_form,
    sum(alike.same_form) over (partition by alike.organisation) as fits
  from alike
)
select organisation, state, name, agency, agency_key, first_listed, last_listed, standing,
  case when same_form = 1 and fits = 1 then 'certain' else 'to confirm' end as standing_of_link,
  case
    when same_form = 1 and fits = 1 then 'place, kind of agency and state agree with one agency'
    when same_form = 1 then 'place, kind of agency and state agree with more than one agency'
    else 'place and state agree, the kind of agency does not'
  end as reason
from counted
