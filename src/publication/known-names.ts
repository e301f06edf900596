import type { KnownName } from '../claims/sentence-organisations.ts';
import type { Workbench } from '../figures/answer.ts';

/** What open records call things that a sentence may mean, with the filter for each. */
export interface KnownNames {
  /** Vendors, none of them a person, by name. */
  organisations: KnownName[];
  /** Families of contracts, products and industries, those with the most money first; none that persons alone have. */
  purposes: KnownName[];
}

/** The names of the open records; none where there are no contracts. */
export async function knownNames({ engine, relations, editions }: Workbench): Promise<KnownNames> {
  if (!relations.models.has('contract_vendors') || !editions.some(({ kind }) => kind === 'contracts'))
    return { organisations: [], purposes: [] };
  const vendors = await engine.query(
    `select vendor, vendor_name from contract_vendors where vendor_state = 'organisation' and vendor_name is not null order by vendor_name, vendor`,
  );
  const purposes = await engine.query(purposesSql);
  return {
    organisations: vendors.map((row) => ({
      where: `vendor=${row['vendor']}`,
      name: String(row['vendor_name']),
    })),
    purposes: purposes.map((row) => ({
      where: `${row['dimension']}=${row['value']}`,
      name: String(row['name']),
    })),
  };
}

/** One row is one value of a dimension with the words that most actions of organisations have for it. */
const purposesSql = `
  with told as (
    select 'family' as dimension, family as value, description as name, obligation from contract_actions
    where vendor_state = 'organisation' and family is not null and description is not null
    union all
    select 'product' as dimension, coalesce(product_code, product_text) as value, product_text as name, obligation from contract_actions
    where vendor_state = 'organisation' and product_text is not null
    union all
    select 'industry' as dimension, coalesce(industry_code, industry_text) as value, industry_text as name, obligation from contract_actions
    where vendor_state = 'organisation' and industry_text is not null
  ),
  named as (
    select dimension, value, name, count(*) as actions, sum(obligation) as obligation
    from told
    group by dimension, value, name
  ),
  ranked as (
    select dimension, value, name, sum(obligation) over (partition by dimension, value) as obligation,
      row_number() over (partition by dimension, value order by actions desc, name) as place
    from named
  )
  select dimension, value, name
  from ranked
  where place = 1
  order by dimension, coalesce(obligation, 0) desc, value`;
