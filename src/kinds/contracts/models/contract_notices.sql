-- one row per version of a solicitation, in order, with what it states and what it changed from the version before
-- order by: solicitation, place
with listed as (
  select r.*, row_number() over (partition by r.solicitation order by r.posted_on, r.version, r.edition, r."row") as place
  from records_contract_notices as r
  join contract_editions as e on e.edition = r.edition
  where r.disposition = 'kept' and r.solicitation is not null
),
standing as (
  select listed.*,
    max(case when minimum_per_vehicle is not null then place end) over (partition by solicitation order by place rows between unbounded preceding and 1 preceding) as minimum_place,
    max(case when maximum_per_vehicle is not null then place end) over (partition by solicitation order by place rows between unbounded preceding and 1 preceding) as maximum_place
  from listed
)
select s.edition, s."row", s.solicitation, s.place, s.notice, s.version, s.notice_type, s.posted_on, s.due_on, s.product_code, s.industry_code,
  s.set_aside, s.award_number, s.awarded_on, s.award_amount, s.minimum_per_vehicle, s.maximum_per_vehicle, s.shared_ceiling, s.title, s.secondary,
  m.minimum_per_vehicle as minimum_before, x.maximum_per_vehicle as maximum_before, b.industry_code as industry_before, b.due_on as due_before
from standing as s
left join listed as m on m.solicitation = s.solicitation and m.place = s.minimum_place
left join listed as x on x.solicitation = s.solicitation and x.place = s.maximum_place
left join listed as b on b.solicitation = s.solicitation and b.place = s.place - 1
