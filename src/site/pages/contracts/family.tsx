import { sayIn } from '../../../language/say.ts';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { groupOf } from '../../data/figure-values.ts';
import { formatMoney, plural } from '../../format.ts';
import { page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { EditionLink, Num, Site } from '../../site.ts';
import type { Lang } from '../../words.ts';
import { at } from './addresses.ts';
import { byAmount } from './decimals.ts';
import { type FlagMark, flagMarks } from './flag-marks.ts';
import { Files, Flags } from './lists.tsx';
import { NoticeTable, TermTable } from './notice-table.tsx';
import { filesOf, type Place, placeCell, placeOf } from './source-cell.ts';
import type { VehicleData } from './vehicle-data.ts';
import { sumOf, vendorPage, withPages } from './with-pages.ts';

interface Member {
  name: string;
  page: string | null;
  vendor: string | null;
  vendor_page: string | null;
  awarded_on: string | null;
  ceiling: string | null;
  basis: string | null;
  orders: number;
  obligations: string | null;
  first_order: string | null;
  doubtful: boolean;
  place: Place | null;
}

interface FamilyData {
  family: string;
  ceilings: Num;
  obligations: Num;
  recount: { ceilings: string | null; obligations: string | null };
  vehicles: Member[];
  vendors: number;
  notices: VehicleData['notices'];
  terms: VehicleData['terms'];
  flags: FlagMark[];
  files: EditionLink[];
}

function familyData(site: Site, path: string): FamilyData | undefined {
  const data = site.contracts;
  const family = data && withPages(data).families.find((one) => at.family(one) === path);
  if (!data || family === undefined) return undefined;
  const vehicles = [...(data.families.get(family) ?? [])]
    .sort((a, b) => byAmount<typeof a>((one) => one.ceiling)(a, b) || (a.vehicle < b.vehicle ? -1 : 1))
    .map(
      (one): Member => ({
        name: one.vehicle_name,
        page: one.at_hand === 'not in the data' ? null : file(at.vehicle(one)),
        vendor: one.vendor_name,
        vendor_page: vendorPage(site, one.vendor) ?? null,
        awarded_on: one.awarded_on,
        ceiling: one.ceiling,
        basis: one.ceiling_basis,
        orders: one.orders,
        obligations: one.order_obligations,
        first_order: one.first_order,
        doubtful: one.family_doubtful,
        place: placeOf(site, one),
      }),
    );
  const notices = (data.notices.get(family) ?? []).map((notice) => ({
    ...notice,
    file_place: placeOf(site, notice),
  }));
  const fromNotices = new Set(notices.map((notice) => `${notice.edition}|${notice.row}`));
  const terms = (data.terms.get(family) ?? [])
    .filter((term) => !fromNotices.has(`${term.edition}|${term.row}`))
    .map((term) => ({ ...term, file_place: placeOf(site, term) }));
  const value = (id: string): Num => {
    const values = site.values.get(id);
    const found = values ? groupOf(values, 'family', family).value : null;
    return { value: found, receipt: found === null ? null : `${path}/index.html#vehicles` };
  };
  return {
    family,
    ceilings: value('contracts.ceiling'),
    obligations: value('contracts.obligations'),
    recount: {
      ceilings: sumOf(vehicles.map((one) => one.ceiling)),
      obligations: sumOf(vehicles.map((one) => one.obligations)),
    },
    vehicles,
    vendors: new Set(vehicles.flatMap((one) => (one.vendor === null ? [] : [one.vendor]))).size,
    notices,
    terms,
    flags: flagMarks(site, [
      { unit: family, about: sayIn(site.lang)`this family` },
      ...(data.families.get(family) ?? []).map((one) => ({ unit: one.vehicle, about: one.vehicle_name })),
    ]),
    files: filesOf(site, [
      ...vehicles.map((one) => one.place),
      ...notices.map((one) => one.file_place),
      ...terms.map((one) => one.file_place),
    ]),
  };
}

/** The vehicles of one solicitation, its versions and terms. */
export const familyPageKind = page<FamilyData>({
  route: 'contracts/families/:id',
  says: 'the vehicles of one solicitation with ceilings and orders, the versions of the solicitation, terms',
  paths: (site) => (site.contracts ? withPages(site.contracts).families.map(at.family) : []),
  load: (site, path) => familyData(site, path),
  view(data, here, site) {
    const money = (num: Num) => (num.value === null ? '[x]' : formatMoney(String(num.value), here.lang));
    return {
      title: here.say`Solicitation ${data.family}`,
      description: here.say`Vehicles, versions and terms of solicitation ${data.family}.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Contracts`, href: file(at.home) },
        { label: data.family },
      ],
      children: (
        <>
          <h1>
            {data.family}
            <span class="sub">{here.say`A family: the vehicles of one solicitation`}</span>
          </h1>
          {data.vehicles.length === 0 ? (
            <p class="lead">{here.say`No vehicle of this solicitation is at hand.`}</p>
          ) : (
            <p class="lead">{here.say`${plural(data.vehicles.length, { one: '# vehicle', other: '# vehicles' }, here.lang)} of ${plural(data.vendors, { one: '# vendor', other: '# vendors' }, here.lang)}. Their ceilings add up to ${<a href="#vehicles">{money(data.ceilings)}</a>}; the orders at hand under them come to ${<a href="#vehicles">{money(data.obligations)}</a>}.`}</p>
          )}
          {data.vehicles.length < 2 ? null : (
            <p>{here.say`The sum of ceilings is a family’s, not a contract’s: where the vehicles share one ceiling, it counts that ceiling several times. It is what could be ordered, never what was.`}</p>
          )}
          {data.vehicles.length === 0 ? null : (
            <section aria-labelledby="vehicles">
              <h2 id="vehicles">{here.say`Vehicles`}</h2>
              <Table
                lang={here.lang}
                id="vehicles-table"
                caption={here.say`Vehicles, the highest ceiling first`}
                columns={[
                  { label: here.say`Vehicle`, kind: 'text' },
                  { label: here.say`Vendor`, kind: 'text' },
                  { label: here.say`Ceiling`, kind: 'money' },
                  { label: here.say`Known from`, kind: 'text' },
                  { label: here.say`Orders’ obligations`, kind: 'money' },
                  { label: here.say`First order`, kind: 'date' },
                  { label: here.say`Row`, kind: 'text', long: true },
                ]}
                rows={data.vehicles.map((one) => [
                  {
                    value: `${one.name}${one.doubtful ? here.say` (doubtful member)` : ''}`,
                    ...(one.page === null ? {} : { href: here.to(one.page) }),
                  },
                  {
                    value: one.vendor ?? here.say`not stated`,
                    ...(one.vendor_page === null ? {} : { href: here.to(one.vendor_page) }),
                  },
                  {
                    value: one.ceiling,
                    ...(one.page === null ? {} : { href: here.to(`${one.page}#ceiling`) }),
                  },
                  one.basis === 'actions'
                    ? here.say`its actions`
                    : one.basis === 'statement'
                      ? here.say`a stated total`
                      : '',
                  {
                    value: one.obligations,
                    ...(one.page === null ? {} : { href: here.to(`${one.page}#orders`) }),
                  },
                  one.first_order,
                  placeCell(here, one.place),
                ])}
                sortable
              />
              <p class="check">
                <Agreed
                  label={here.say`ceilings`}
                  figure={data.ceilings}
                  again={data.recount.ceilings}
                  lang={here.lang}
                />{' '}
                <Agreed
                  label={here.say`orders’ obligations`}
                  figure={data.obligations}
                  again={data.recount.obligations}
                  lang={here.lang}
                />
              </p>
            </section>
          )}
          <NoticeTable here={here} notices={data.notices} />
          <TermTable here={here} terms={data.terms} />
          <Flags here={here} flags={data.flags} of="this family or its vehicles" />
          <p>
            <Link href={here.to(file(at.home))}>{here.say`All families and vehicles`}</Link>
          </p>
          <Files here={here} site={site} files={data.files} />
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: [
      'family',
      'vehicle',
      'vendor',
      'ceiling',
      'basis',
      'orders',
      'obligations',
      'first_order',
      'edition',
      'place',
    ],
    measured: ['ceiling', 'orders', 'obligations'],
    rows: data.vehicles.map((one) => [
      data.family,
      one.name,
      one.vendor,
      one.ceiling,
      one.basis,
      one.orders,
      one.obligations,
      one.first_order,
      one.place?.edition,
      one.place?.place,
    ]),
  }),
});

function Agreed(props: { label: string; figure: Num; again: string | null; lang: Lang }) {
  const { label, figure, again, lang } = props;
  const same = again === figure.value;
  return (
    <>{sayIn(
      lang,
    )`Added up again by plain means, the ${label} give ${again === null ? '[x]' : formatMoney(again, lang)}${
      same
        ? sayIn(lang)`, the same as the figure.`
        : sayIn(
            lang,
          )`; the figure, which counts the vehicle’s own and loose actions too, says ${figure.value === null ? '[x]' : formatMoney(String(figure.value), lang)}.`
    }`}</>
  );
}
