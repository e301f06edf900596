-- one row per name as compared that an organisation was listed under, and what it gave way to, if it did
-- order by: organisation, agency_key
select i.organisation, i.state, i.agency_key, i.latest_key, r.new_key as relabelled_to, s.right_key as corrected_to,
  s.why as corrected_why
from agency_identity as i
left join agency_relabels as r on r.state = i.state and r.old_key = i.agency_key
left join agency_spellings as s on s.state = i.state and s.wrong_key = i.agency_key
order by i.organisation, i.agency_key
