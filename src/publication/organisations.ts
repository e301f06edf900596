import type { KnownOrganisation } from '../claims/sentence-organisations.ts';
import type { Workbench } from '../figures/answer.ts';

/** Organisations of open records that a sentence may mean, by name: vendors, none of them a person. */
export async function organisationsOf({
  engine,
  relations,
  editions,
}: Workbench): Promise<KnownOrganisation[]> {
  if (!relations.models.has('contract_vendors') || !editions.some(({ kind }) => kind === 'contracts'))
    return [];
  const rows = await engine.query(
    `select vendor, vendor_name from contract_vendors where vendor_state = 'organisation' and vendor_name is not null order by vendor_name, vendor`,
  );
  return rows.map((row) => ({ where: `vendor=${row['vendor']}`, name: String(row['vendor_name']) }));
}
