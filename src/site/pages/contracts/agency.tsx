import { sayIn } from '../../../language/say.ts';
import { bars } from '../../charts/bars.ts';
import { rowsTable } from '../../charts/data-table.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Table } from '../../components/table.tsx';
import { groupOf } from '../../data/figure-values.ts';
import { formatMoney, plural } from '../../format.ts';
import { type AnyPage, page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { Num, Site } from '../../site.ts';
import { at } from './addresses.ts';
import { byAmount } from './decimals.ts';
import { sumOf, vendorPage, withPages } from './with-pages.ts';

/** Vendors in the table; the remainder is one line. */
const shown = 60;

interface Buyer {
  id: string;
  what: 'agency' | 'office';
  name: string;
  obligations: Num;
  years: { year: string; value: string }[];
  vendors: { key: string; name: string; page: string | null; value: string }[];
  /** Offices of an agency. */
  offices: { id: string; name: string; page: string; value: Num }[];
  vehicles: { name: string; page: string; vendor: string | null; ceiling: string | null }[];
  agencies: { id: string; page: string }[];
}

function buyerData(site: Site, what: 'agency' | 'office', path: string): Buyer | undefined {
  const data = site.contracts;
  const values = site.values.get('contracts.obligations');
  if (!data || !values) return undefined;
  const row = data.offices.find(
    (one) =>
      (what === 'agency'
        ? at.agency(one.agency_id)
        : one.office_id === null
          ? ''
          : at.office(one.office_id)) === path,
  );
  if (!row) return undefined;
  const id = what === 'agency' ? row.agency_id : (row.office_id as string);
  const own = data.offices.filter((one) => (what === 'agency' ? one.agency_id === id : one.office_id === id));
  const years = what === 'agency' ? data.obligated.agencyYear : data.obligated.officeYear;
  const vendors = what === 'agency' ? data.obligated.agencyVendor : data.obligated.officeVendor;
  const of = (map: ReadonlyMap<string, string>) =>
    [...map].flatMap(([key, value]) =>
      key.startsWith(`${id}|`) ? [{ key: key.slice(id.length + 1), value }] : [],
    );
  return {
    id,
    what,
    name:
      own
        .map((one) => (what === 'agency' ? one.agency_name : one.office_name))
        .find((name) => name !== null) ?? id,
    obligations: groupOf(values, what, id),
    years: of(years).map(({ key, value }) => ({ year: key || sayIn(site.lang)`not stated`, value })),
    vendors: of(vendors)
      .map(({ key, value }) => ({
        key,
        name:
          data.byVendor.get(key)?.vendor_name ??
          (key === '' ? sayIn(site.lang)`not stated` : site.label('vendor', key)),
        page: vendorPage(site, key) ?? null,
        value,
      }))
      .sort((a, b) => byAmount<typeof a>((one) => one.value)(a, b) || (a.name < b.name ? -1 : 1)),
    offices:
      what === 'office'
        ? []
        : own.flatMap((one) =>
            one.office_id === null
              ? []
              : [
                  {
                    id: one.office_id,
                    name: one.office_name ?? one.office_id,
                    page: file(at.office(one.office_id)),
                    value: groupOf(values, 'office', one.office_id),
                  },
                ],
          ),
    vehicles:
      what === 'office'
        ? []
        : withPages(data)
            .vehicles.filter((one) => one.agency_id === id)
            .map((one) => ({
              name: one.vehicle_name,
              page: file(at.vehicle(one)),
              vendor: one.vendor_name,
              ceiling: one.ceiling,
            })),
    agencies:
      what === 'agency'
        ? []
        : own.map((one) => ({ id: one.agency_id, page: file(at.agency(one.agency_id)) })),
  };
}

function buyerPage(what: 'agency' | 'office'): AnyPage {
  return page<Buyer>({
    route: what === 'agency' ? 'contracts/agencies/:id' : 'contracts/offices/:id',
    says:
      what === 'agency'
        ? 'a contracting agency: dollars by year, its vendors, offices and vehicles'
        : 'a contracting office: dollars by year and its vendors',
    paths: (site) => [
      ...new Set(
        (site.contracts?.offices ?? []).flatMap((one) =>
          what === 'agency'
            ? [at.agency(one.agency_id)]
            : one.office_id === null
              ? []
              : [at.office(one.office_id)],
        ),
      ),
    ],
    load: (site, path) => buyerData(site, what, path),
    view(data, here) {
      const top = data.vendors.slice(0, shown);
      const rest = data.vendors.slice(shown);
      const bar = data.years.map((one) => ({
        label: /^\d/.test(one.year) ? here.say`FY ${one.year}` : one.year,
        value: Math.round(Number(one.value)),
      }));
      return {
        title: data.name,
        description: here.say`Contract actions of ${data.name}.`,
        crumbs: [
          { label: here.say`Home`, href: 'index.html' },
          { label: here.say`Contracts`, href: file(at.home) },
          { label: data.name },
        ],
        children: (
          <>
            <h1>
              {data.name}
              <span class="sub">{here.say`Contracting ${data.what} ${data.id}${data.agencies.map((one) => <> {here.say`of agency ${<a href={here.to(one.page)}>{one.id}</a>}`}</>)}`}</span>
            </h1>
            <p class="lead">
              {data.obligations.value === null ? (
                here.say`No amount is at hand.`
              ) : (
                <>{here.say`${<a href={here.to(data.obligations.receipt ?? '')}>{formatMoney(String(data.obligations.value), here.lang)}</a>} obligated to ${plural(data.vendors.length, { one: '# vendor', other: '# vendors' }, here.lang)}, net of deobligations, in the records at hand.`}</>
              )}
            </p>
            {data.what === 'office' ? (
              <p>{here.say`Most rows of the search export name no office: an office’s sum rests on the rows that do, and is not all that it bought.`}</p>
            ) : null}
            {bar.length === 0 ? null : (
              <ChartFigure
                lang={here.lang}
                id="years"
                message={here.say`Dollars obligated by ${data.name}, by fiscal year`}
                measure={here.say`Whole dollars, net of deobligations. A year that is not listed has no action at hand; one with $0 has actions without money, and may lack its orders`}
                draw={(id, width) =>
                  bars({
                    id,
                    lang: here.lang,
                    title: here.say`Dollars obligated by fiscal year`,
                    bars: bar,
                    kind: 'money',
                    width,
                    overTime: true,
                  })
                }
                table={rowsTable(
                  'Dollars obligated by fiscal year',
                  [{ label: here.say`Fiscal year` }, { label: here.say`Obligated`, kind: 'money' }],
                  data.years.map((one) => ({ label: one.year, value: one.value })),
                )}
              />
            )}
            <Table
              lang={here.lang}
              id="vendors"
              caption={here.say`Vendors, the largest first`}
              columns={[
                { label: here.say`Vendor`, kind: 'text' },
                { label: here.say`Obligated`, kind: 'money' },
              ]}
              rows={[
                ...top.map((one) => [
                  { value: one.name, ...(one.page === null ? {} : { href: here.to(one.page) }) },
                  one.value,
                ]),
                ...(rest.length === 0
                  ? []
                  : [[here.say`${rest.length} others`, sumOf(rest.map((one) => one.value))]]),
              ]}
              note={here.say`Natural persons and sole proprietors are one line and have no page. A vendor without a link has none for its amount: see the page on contracts. All lines are in the CSV twin.`}
            />
            {data.vehicles.length === 0 ? null : (
              <Table
                lang={here.lang}
                id="vehicles"
                caption={here.say`Vehicles with a record of their own`}
                columns={[
                  { label: here.say`Vehicle`, kind: 'text' },
                  { label: here.say`Vendor`, kind: 'text' },
                  { label: here.say`Ceiling`, kind: 'money' },
                ]}
                rows={data.vehicles.map((one) => [
                  { value: one.name, href: here.to(one.page) },
                  one.vendor ?? here.say`not stated`,
                  { value: one.ceiling, href: here.to(`${one.page}#ceiling`) },
                ])}
                sortable
              />
            )}
            {data.offices.length === 0 ? null : (
              <Table
                lang={here.lang}
                id="offices"
                caption={here.say`Offices that records name`}
                columns={[
                  { label: here.say`Office`, kind: 'text' },
                  { label: here.say`Obligated`, kind: 'money' },
                ]}
                rows={data.offices.map((one) => [
                  { value: `${one.name} (${one.id})`, href: here.to(one.page) },
                  here.cell(one.value),
                ])}
                sortable
              />
            )}
          </>
        ),
      };
    },
    csv: (data) => ({
      columns: ['dimension', 'key', 'name', 'obligated'],
      measured: ['obligated'],
      rows: [
        ...data.years.map((one) => ['fiscal_year', one.year, null, one.value]),
        ...data.vendors.map((one) => ['vendor', one.key, one.name, one.value]),
        ...data.offices.map((one) => ['office', one.id, one.name, one.value.value]),
      ],
    }),
  });
}

/** A contracting agency, and a contracting office. */
export const agencyPageKind = buyerPage('agency');
export const officePageKind = buyerPage('office');
