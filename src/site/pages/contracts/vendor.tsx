import { sayIn } from '../../../language/say.ts';
import { bars } from '../../charts/bars.ts';
import { rowsTable } from '../../charts/data-table.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { DefinitionList } from '../../components/definition-list.tsx';
import { Link } from '../../components/link.tsx';
import { Scroll } from '../../components/scroll.tsx';
import { Table } from '../../components/table.tsx';
import type { Award, ParentRow } from '../../data/contracts/rows.ts';
import { groupOf } from '../../data/figure-values.ts';
import { formatDate, formatMoney, plural } from '../../format.ts';
import { page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { EditionLink, Num, Site } from '../../site.ts';
import { at } from './addresses.ts';
import { byAmount } from './decimals.ts';
import { type FlagMark, flagMarks } from './flag-marks.ts';
import { Files, Flags } from './lists.tsx';
import { filesOf, type Place, placesByEdition } from './source-cell.ts';
import { sumOf, vehiclePage, vendorPage, withPages } from './with-pages.ts';

/** Awards in the table of the page; the twins have all. */
const shown = 100;

interface AwardRow
  extends Pick<
    Award,
    | 'award_label'
    | 'level'
    | 'vehicle_name'
    | 'first_action'
    | 'last_action'
    | 'actions'
    | 'obligation'
    | 'ceiling'
  > {
  vehicle_page: string | null;
  places: Place[];
}

interface VendorData {
  vendor: string;
  name: string;
  names: number;
  first_action: string | null;
  last_action: string | null;
  obligations: Num;
  parents: ParentRow[];
  /** Others that bear the same name under another identifier; their money is not in this page's. */
  same_name: { vendor: string; name: string; page: string | null; value: string | null }[];
  years: { year: string; value: string }[];
  vehicles: {
    name: string;
    page: string;
    ceiling: string | null;
    obligations: string | null;
    awarded_on: string | null;
  }[];
  awards: AwardRow[];
  /** Sum of the awards, by plain means. */
  recount: string | null;
  flags: FlagMark[];
  files: EditionLink[];
}

function vendorData(site: Site, path: string): VendorData | undefined {
  const data = site.contracts;
  const one = data && withPages(data).vendors.find((vendor) => at.vendor(vendor.vendor) === path);
  if (!data || !one) return undefined;
  const values = site.values.get('contracts.obligations');
  const found = values ? groupOf(values, 'vendor', one.vendor) : { value: null, receipt: null };
  const listed = [...(data.awards.get(one.vendor) ?? [])].sort(
    (a, b) => byAmount<Award>((award) => award.obligation)(a, b) || (a.award < b.award ? -1 : 1),
  );
  const awards = listed.map(
    (award): AwardRow => ({
      award_label: award.award_label,
      level: award.level,
      vehicle_name: award.vehicle_name,
      first_action: award.first_action,
      last_action: award.last_action,
      actions: award.actions,
      obligation: award.obligation,
      ceiling: award.ceiling,
      vehicle_page:
        (award.level === 'vehicle' ? vehiclePage(site, award.award) : vehiclePage(site, award.vehicle)) ??
        null,
      places: placesByEdition(site, data.places.get(`${award.vendor}|${award.award}`) ?? []),
    }),
  );
  return {
    vendor: one.vendor,
    name: one.vendor_name ?? one.vendor,
    names: one.names,
    first_action: one.first_action,
    last_action: one.last_action,
    obligations: { value: found.value, receipt: found.value === null ? null : `${path}/index.html#awards` },
    parents: [...(data.parents.get(one.vendor) ?? [])],
    same_name: (data.suggestions.get(one.vendor) ?? []).flatMap(({ other }) => {
      const found = data.byVendor.get(other);
      if (!found) return [];
      const page = vendorPage(site, other) ?? null;
      return [{ vendor: other, name: found.vendor_name ?? other, page, value: found.obligation }];
    }),
    years: [...data.obligated.vendorYear].flatMap(([key, value]) =>
      key.startsWith(`${one.vendor}|`)
        ? [{ year: key.slice(one.vendor.length + 1) || sayIn(site.lang)`not stated`, value }]
        : [],
    ),
    vehicles: withPages(data)
      .vehicles.filter((vehicle) => vehicle.vendor === one.vendor)
      .map((vehicle) => ({
        name: vehicle.vehicle_name,
        page: file(at.vehicle(vehicle)),
        ceiling: vehicle.ceiling,
        obligations: vehicle.order_obligations,
        awarded_on: vehicle.awarded_on,
      })),
    awards,
    recount: sumOf(awards.map((award) => award.obligation)),
    flags: flagMarks(site, [
      { unit: one.vendor, about: sayIn(site.lang)`this vendor` },
      ...listed.map((award) => ({ unit: award.award, about: award.award_label })),
    ]),
    files: filesOf(
      site,
      awards.flatMap((award) => award.places),
    ),
  };
}

/** One vendor: its parent as recorded, its vehicles and awards, money by year. */
export const vendorPageKind = page<VendorData>({
  route: 'contracts/vendors/:id',
  says: 'a vendor’s parents as recorded, vehicles, awards with their rows, dollars by fiscal year, flags',
  paths: (site) =>
    site.contracts ? withPages(site.contracts).vendors.map((one) => at.vendor(one.vendor)) : [],
  load: (site, path) => vendorData(site, path),
  view(data, here, site) {
    const day = (date: string | null) => (date === null ? here.say`not stated` : formatDate(date, here.lang));
    const years = data.years.map((one) => ({
      label: here.say`FY ${one.year}`,
      value: Math.round(Number(one.value)),
    }));
    const total =
      data.obligations.value === null
        ? here.say`no obligation is at hand`
        : here.say`${formatMoney(String(data.obligations.value), here.lang)} obligated`;
    const onRecords = ({ first_day, last_day, actions }: ParentRow) => {
      const count = plural(actions, { one: '# action', other: '# actions' }, here.lang);
      return first_day === last_day
        ? here.say`on records of ${day(first_day)} (${count})`
        : here.say`on records from ${day(first_day)} to ${day(last_day)} (${count})`;
    };
    const sum = data.obligations.receipt === null ? total : <a href="#awards">{total}</a>;
    const awards = plural(data.awards.length, { one: '# award', other: '# awards' }, here.lang);
    return {
      title: data.name,
      description: here.say`Contracts of ${data.name}: vehicles, awards, money by year.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Contracts`, href: file(at.home) },
        { label: data.name },
      ],
      children: (
        <>
          <h1>
            {data.name}
            <span class="sub">{here.say`Vendor ${data.vendor === data.name ? here.say`known by name alone` : data.vendor}`}</span>
          </h1>
          <p class="lead">
            {data.first_action === data.last_action
              ? here.say`${sum}, in ${awards}; all actions are of ${day(data.first_action)}.`
              : here.say`${sum}, in ${awards} with actions from ${day(data.first_action)} to ${day(data.last_action)}.`}
          </p>
          {years.length === 0 ? null : (
            <ChartFigure
              lang={here.lang}
              id="years"
              message={here.say`Dollars obligated to ${data.name}, by fiscal year`}
              measure={here.say`Whole dollars, net of deobligations. A year that is not listed has no action at hand; one with $0 has actions without money, and may lack its orders`}
              draw={(id, width) =>
                bars({
                  id,
                  lang: here.lang,
                  title: here.say`Dollars obligated by fiscal year`,
                  bars: years,
                  kind: 'money',
                  width,
                  overTime: true,
                })
              }
              table={rowsTable(
                here.say`Dollars obligated by fiscal year`,
                [{ label: here.say`Fiscal year` }, { label: here.say`Obligated`, kind: 'money' }],
                data.years.map((one) => ({ label: here.say`FY ${one.year}`, value: one.value })),
              )}
            />
          )}
          <h2>{here.say`Parent, as recorded`}</h2>
          {data.parents.length === 0 ? (
            <p>{here.say`No record at hand names a parent of this vendor.`}</p>
          ) : (
            <DefinitionList
              items={data.parents.map((one) => ({
                term: one.parent,
                description: onRecords(one),
              }))}
            />
          )}
          {data.same_name.length === 0 ? null : (
            <p>{here.say`The same name also stands under other identifiers, counted there and not here: ${data.same_name.map(
              (one, index) => (
                <>
                  {index === 0 ? '' : '; '}
                  <Link href={one.page === null ? undefined : here.to(one.page)}>
                    {one.name} ({one.vendor})
                  </Link>
                  {one.value === null ? '' : here.say`, ${formatMoney(one.value, here.lang)} obligated`}
                </>
              ),
            )}. That is a suggestion to look at; nothing is joined by name.`}</p>
          )}
          {data.vehicles.length === 0 ? null : (
            <Table
              lang={here.lang}
              id="vehicles"
              caption={here.say`Vehicles that it holds`}
              columns={[
                { label: here.say`Vehicle`, kind: 'text' },
                { label: here.say`Ceiling`, kind: 'money' },
                { label: here.say`Orders’ obligations`, kind: 'money' },
                { label: here.say`First action`, kind: 'date' },
              ]}
              rows={data.vehicles.map((one) => [
                { value: one.name, href: here.to(one.page) },
                { value: one.ceiling, href: here.to(`${one.page}#ceiling`) },
                { value: one.obligations, href: here.to(`${one.page}#orders`) },
                one.awarded_on,
              ])}
              note={here.say`A ceiling is what could be ordered; it is never added to obligations.`}
            />
          )}
          <section aria-labelledby="awards">
            <h2 id="awards">{here.say`Awards and their rows`}</h2>
            <div class="table">
              <Scroll labelledBy="awards-caption">
                <table id="awards-table" class="dense">
                  <caption id="awards-caption">{here.say`Awards, the largest first`}</caption>
                  <thead>
                    <tr>
                      <th scope="col">{here.say`Award`}</th>
                      <th scope="col">{here.say`Under`}</th>
                      <th scope="col" class="number">{here.say`Obligated`}</th>
                      <th scope="col">{here.say`Latest action`}</th>
                      <th scope="col" class="long">{here.say`Rows`}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.awards.slice(0, shown).map((award) => (
                      <tr>
                        <th scope="row">
                          {award.level === 'vehicle' && award.vehicle_page !== null ? (
                            <Link href={here.to(award.vehicle_page)}>{award.award_label}</Link>
                          ) : (
                            award.award_label
                          )}
                        </th>
                        <td>
                          {award.level === 'order' ? (
                            <Link
                              href={award.vehicle_page === null ? undefined : here.to(award.vehicle_page)}
                            >
                              {award.vehicle_name}
                            </Link>
                          ) : (
                            award.level
                          )}
                        </td>
                        <td class="number">
                          {award.obligation === null ? '[x]' : formatMoney(award.obligation, here.lang)}
                        </td>
                        <td class="nowrap">{day(award.last_action)}</td>
                        <td class="long">
                          {award.places.map((place, index) => (
                            <>
                              {index === 0 ? '' : '; '}
                              <Link href={here.to(place.page)}>{place.file}</Link>: {place.place}
                            </>
                          ))}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
              {data.awards.length > shown ? (
                <p class="note">{here.say`The ${shown} largest of ${data.awards.length}; the JSON and CSV twins of this page have all, with their rows.`}</p>
              ) : null}
            </div>
            <p
              class={data.recount === data.obligations.value ? 'check' : 'check alert'}
            >{here.say`Added up again by plain means, all its awards give ${data.recount === null ? '[x]' : formatMoney(data.recount, here.lang)}${
              data.recount === data.obligations.value
                ? here.say`: the same as the figure.`
                : here.say`; the figure says ${data.obligations.value ?? '[x]'}.`
            }`}</p>
          </section>
          <Flags here={here} flags={data.flags} of="this vendor or its awards" />
          <Files here={here} site={site} files={data.files} />
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: [
      'award',
      'level',
      'vehicle',
      'obligation',
      'ceiling',
      'actions',
      'first_action',
      'last_action',
      'rows',
    ],
    measured: ['obligation', 'ceiling'],
    rows: data.awards.map((one) => [
      one.award_label,
      one.level,
      one.vehicle_name,
      one.obligation,
      one.ceiling,
      one.actions,
      one.first_action,
      one.last_action,
      one.places.map((place) => `${place.file}: ${place.place}`).join('; '),
    ]),
  }),
});
