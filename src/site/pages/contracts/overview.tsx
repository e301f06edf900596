import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { groupOf } from '../../data/figure-values.ts';
import { formatMoney, plural } from '../../format.ts';
import { page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { Num, Site } from '../../site.ts';
import { at } from './addresses.ts';
import { byAmount } from './decimals.ts';
import { type Movement, movements } from './movements.ts';
import { MovementTable, type VehicleRow, VehicleTable } from './tables.tsx';
import { vendorFloor, vendorPage, withPages } from './with-pages.ts';

interface OverviewData {
  vehicles: VehicleRow[];
  /** Vehicles known only from orders: how many have no page. */
  vehicles_without_page: number;
  movements: Movement[];
  vendors: { name: string; page: string | null; value: Num }[];
  vendors_without_page: number;
  /** Natural persons and sole proprietors, one line. */
  remainder: Num;
  families: { family: string; page: string; vehicles: number; ceilings: Num }[];
  agencies: { id: string; name: string | null; page: string; value: Num }[];
  scenarios: boolean;
}

/** Vehicles in the order of their ceilings. */
export function vehicleRows(site: Site): VehicleRow[] {
  const data = site.contracts;
  if (!data) return [];
  return [...withPages(data).vehicles]
    .sort((a, b) => byAmount<typeof a>((one) => one.ceiling)(a, b) || (a.vehicle < b.vehicle ? -1 : 1))
    .map((one) => ({
      name: one.vehicle_name,
      page: file(at.vehicle(one)),
      vendor: one.vendor_name,
      vendor_page: vendorPage(site, one.vendor) ?? null,
      family: one.family,
      ceiling: one.ceiling,
      basis: one.ceiling_basis,
      obligations: one.order_obligations,
      awarded_on: one.awarded_on,
    }));
}

function overviewData(site: Site): OverviewData | undefined {
  const data = site.contracts;
  const values = site.values.get('contracts.obligations');
  const ceilings = site.values.get('contracts.ceiling');
  if (!data || !values) return undefined;
  const own = withPages(data);
  const agencies = new Map<string, string | null>();
  for (const one of data.offices) agencies.set(one.agency_id, agencies.get(one.agency_id) ?? one.agency_name);
  const ranked = new Map(
    (values.by.get('vendor')?.get(values.day ?? '') ?? []).map((one) => [one.key, one.value]),
  );
  return {
    vehicles: vehicleRows(site),
    vehicles_without_page: data.vehicles.length - own.vehicles.length,
    movements: movements(site, 12),
    vendors: own.vendors
      .map((one) => ({
        name: one.vendor_name ?? one.vendor,
        page: vendorPage(site, one.vendor) ?? null,
        value: { value: ranked.get(one.vendor) ?? null, receipt: file(at.vendor(one.vendor), 'awards') },
      }))
      .sort(
        (a, b) =>
          byAmount<typeof a>((one) => (one.value.value === null ? null : String(one.value.value)))(a, b) ||
          (a.name < b.name ? -1 : 1),
      ),
    vendors_without_page: data.vendors.length - own.vendors.length,
    remainder: groupOf(values, 'vendor', 'individuals and sole proprietors'),
    families: own.families.map((family) => ({
      family,
      page: file(at.family(family)),
      vehicles: (data.families.get(family) ?? []).length,
      ceilings: {
        value: ceilings ? groupOf(ceilings, 'family', family).value : null,
        receipt: file(at.family(family)),
      },
    })),
    agencies: [...agencies].map(([id, name]) => ({
      id,
      name,
      page: file(at.agency(id)),
      value: groupOf(values, 'agency', id),
    })),
    scenarios: data.scenarios.length > 0,
  };
}

/** The way into contracts: vehicles, vendors, families, agencies, and what has no page. */
export const overviewPage = page<OverviewData>({
  route: 'contracts',
  says: 'vehicles with ceilings, the largest moves of ceilings, vendors, families, agencies',
  paths: () => [at.home],
  load: (site) => overviewData(site),
  view: (data, here) => ({
    title: here.say`Contracts`,
    description: here.say`Vehicles, vendors and families of federal contracts.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Contracts` }],
    children: (
      <>
        <h1>{here.say`Contracts`}</h1>
        <p class="lead">{here.say`What contract vehicles could cost, what was ordered under them, and from whom. A ceiling is never added to an obligation.`}</p>
        <p class="index">
          <a href="#vehicles">{here.say`Vehicles`}</a> <a href="#moves">{here.say`Largest moves`}</a>{' '}
          <a href="#vendors">{here.say`Vendors`}</a> <a href="#families">{here.say`Families`}</a>{' '}
          <a href="#agencies">{here.say`Agencies`}</a>{' '}
          <Link href={here.to(file(at.flags))}>{here.say`Flags`}</Link>{' '}
          <Link href={here.to(file(at.changes))}>{here.say`Changes between downloads`}</Link>{' '}
          {data.scenarios ? <Link href={here.to(file(at.scenarios))}>{here.say`Scenarios`}</Link> : null}
        </p>
        <section aria-labelledby="vehicles">
          <h2 id="vehicles">{here.say`Vehicles`}</h2>
          <VehicleTable
            here={here}
            id="vehicles-table"
            caption={here.say`Vehicles with a record of their own, the highest ceiling first`}
            rows={data.vehicles}
            note={
              data.vehicles_without_page === 0
                ? undefined
                : here.say`${plural(data.vehicles_without_page, { one: '# vehicle is', other: '# vehicles are' }, here.lang)} known from orders alone: without a record of their own they have no ceiling and no page here. Their orders count in every total.`
            }
          />
        </section>
        {data.movements.length === 0 ? null : (
          <section aria-labelledby="moves">
            <h2 id="moves">{here.say`Largest moves of a ceiling`}</h2>
            <MovementTable
              here={here}
              id="moves-table"
              caption={here.say`Modifications that moved a ceiling most`}
              rows={data.movements}
            />
          </section>
        )}
        <section aria-labelledby="vendors">
          <h2 id="vendors">{here.say`Vendors`}</h2>
          <Table
            lang={here.lang}
            id="vendors-table"
            caption={here.say`Vendors with a page, the largest first`}
            columns={[
              { label: here.say`Vendor`, kind: 'text' },
              { label: here.say`Obligated`, kind: 'money' },
            ]}
            rows={[
              ...data.vendors.map((one) => [
                { value: one.name, ...(one.page === null ? {} : { href: here.to(one.page) }) },
                here.cell(one.value),
              ]),
              ...(data.remainder.value === null
                ? []
                : [[here.say`Individuals and sole proprietors`, here.cell(data.remainder)]]),
            ]}
            note={here.say`A vendor has a page when it holds a vehicle, or from ${formatMoney(vendorFloor, here.lang, 0)} obligated. ${plural(data.vendors_without_page, { one: '# other vendor is', other: '# other vendors are' }, here.lang)} in the tables of the figure and of the agencies. People have no page: their money is one line.`}
            sortable
          />
        </section>
        <section aria-labelledby="families">
          <h2 id="families">{here.say`Families of vehicles`}</h2>
          <Table
            lang={here.lang}
            id="families-table"
            caption={here.say`Solicitations`}
            columns={[
              { label: here.say`Solicitation`, kind: 'text' },
              { label: here.say`Vehicles` },
              { label: here.say`Ceilings together`, kind: 'money' },
            ]}
            rows={data.families.map((one) => [
              { value: one.family, href: here.to(one.page) },
              one.vehicles,
              one.ceilings.value === null ? null : here.cell(one.ceilings),
            ])}
            note={here.say`A sum of ceilings is a family’s: where vehicles share one ceiling it counts that ceiling several times.`}
            sortable
          />
        </section>
        <section aria-labelledby="agencies">
          <h2 id="agencies">{here.say`Contracting agencies`}</h2>
          <Table
            lang={here.lang}
            id="agencies-table"
            caption={here.say`Agencies`}
            columns={[
              { label: here.say`Agency`, kind: 'text' },
              { label: here.say`Obligated`, kind: 'money' },
            ]}
            rows={data.agencies.map((one) => [
              { value: one.name === null ? one.id : `${one.name} (${one.id})`, href: here.to(one.page) },
              here.cell(one.value),
            ])}
          />
        </section>
      </>
    ),
  }),
  csv: (data) => ({
    columns: [
      'vehicle',
      'vendor',
      'family',
      'ceiling',
      'ceiling_known_from',
      'orders_obligated',
      'first_action',
      'page',
    ],
    measured: ['ceiling', 'orders_obligated'],
    rows: data.vehicles.map((one) => [
      one.name,
      one.vendor,
      one.family,
      one.ceiling,
      one.basis,
      one.obligations,
      one.awarded_on,
      one.page,
    ]),
  }),
});
