import { DefinitionList } from '../../components/definition-list.tsx';
import { Headline } from '../../components/headline.tsx';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { formatDate, formatMoney, plural } from '../../format.ts';
import { type Here, notApplicable, page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { at } from './addresses.ts';
import { Files, Flags } from './lists.tsx';
import { NoticeTable, TermTable } from './notice-table.tsx';
import { placeCell } from './source-cell.ts';
import { VehicleChart } from './vehicle-chart.tsx';
import { type VehicleData, vehicleData } from './vehicle-data.ts';
import { withPages } from './with-pages.ts';

/** A table longer than this is folded away. */
const folded = 40;

/** One vehicle: its ceiling over time, what was ordered under it, what happened to its terms. */
export const vehiclePageKind = page<VehicleData>({
  route: 'contracts/vehicles/:id',
  says: 'a vehicle’s ceiling change by change, its orders and their actions, notices and terms, flags, each with its row',
  paths: (site) => (site.contracts ? withPages(site.contracts).vehicles.map(at.vehicle) : []),
  load: (site, path) => vehicleData(site, path),
  view: (data, here, site) => ({
    title: here.say`Vehicle ${data.name}`,
    description: here.say`Ceiling over time, orders and terms of ${data.name}.`,
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Contracts`, href: file(at.home) },
      { label: data.name },
    ],
    children: (
      <>
        <h1>
          {data.name}
          <span class="sub">{here.say`A vehicle: a contract under which orders are placed${data.vendor.name === null ? '' : <>{here.say`, held by ${link(here, data.vendor.name, data.vendor.page)}`}</>}${data.family === null ? '' : <>{here.say`; solicitation ${link(here, data.family.id, data.family.page)}`}</>}`}</span>
        </h1>
        <h2 class="visually-hidden">{here.say`Now`}</h2>
        <div class="headlines">
          <Headline
            lang={here.lang}
            id="n-ceiling"
            title={here.say`Ceiling`}
            value={here.cell(data.ceiling)}
            kind="money"
            asOf=""
            receipt={receipt(here, data.ceiling.receipt)}
          />
          <Headline
            lang={here.lang}
            id="n-orders"
            title={here.say`Obligated by orders at hand`}
            value={here.cell(data.obligations)}
            kind="money"
            asOf=""
            receipt={receipt(here, data.obligations.receipt)}
          />
          <Headline
            lang={here.lang}
            id="n-used"
            title={here.say`Share of the ceiling ordered`}
            value={here.cell(data.used)}
            kind="percent"
            asOf=""
            receipt={receipt(here, data.used.receipt)}
          />
        </div>
        <p class="note">{here.say`Obligations come from orders, the ceiling from the vehicle; the two are never added. ${
          data.years_covered === null
            ? here.say`No full download is at hand: orders may be missing.`
            : /^\d+$/.test(data.years_covered)
              ? here.say`Full downloads at hand are of fiscal year ${data.years_covered}: orders of other years are in no file here, and a level line there is no record that nothing was ordered.`
              : here.say`Full downloads at hand are of fiscal years ${data.years_covered}: orders of other years are in no file here, and a level line there is no record that nothing was ordered.`
        }`}</p>
        <VehicleChart here={here} data={data} />
        <CeilingTable here={here} data={data} />
        <Orders here={here} site={site} data={data} />
        <NoticeTable here={here} notices={data.notices} />
        <TermTable here={here} terms={data.terms} />
        <Flags here={here} flags={data.flags} of="this vehicle or its orders" />
        <h2>{here.say`Vendor and place`}</h2>
        <DefinitionList items={facts(data, here)} />
        <Files here={here} site={site} files={data.files} />
      </>
    ),
  }),
  csv: (data) => ({
    columns: [
      'kind',
      'date',
      'award',
      'modification',
      'ceiling_change',
      'running_ceiling',
      'obligation',
      'running_obligation',
      'edition',
      'place',
    ],
    measured: ['ceiling_change', 'running_ceiling', 'obligation', 'running_obligation'],
    rows: [
      ...data.steps.map((step) => [
        'ceiling',
        step.day,
        data.name,
        step.modification,
        step.change,
        step.running,
        notApplicable,
        notApplicable,
        step.place?.edition,
        step.place?.place,
      ]),
      ...data.actions.map((action) => [
        'order',
        action.day,
        action.award_label,
        action.modification,
        action.ceiling_change,
        notApplicable,
        action.obligation,
        action.running,
        action.place?.edition,
        action.place?.place,
      ]),
    ],
  }),
});

const link = (here: Here, name: string, to: string | null) => (
  <Link href={to === null ? undefined : here.to(to)}>{name}</Link>
);
const receipt = (here: Here, address: string | null) => (address === null ? undefined : here.to(address));

function facts(data: VehicleData, here: Here) {
  const day = (date: string | null) => (date === null ? here.say`not stated` : formatDate(date, here.lang));
  return [
    {
      term: here.say`Vendor`,
      description:
        data.vendor.name === null ? here.say`not stated` : link(here, data.vendor.name, data.vendor.page),
    },
    { term: here.say`First action or signing`, description: day(data.awarded_on) },
    {
      term: here.say`Ordering period ends`,
      description: here.say`${day(data.ordering_end)}, by the latest record`,
    },
    {
      term: here.say`Contracting agency`,
      description: link(here, data.agency, file(at.agency(data.agency))),
    },
    ...(data.parent === null
      ? []
      : [{ term: here.say`Hangs under`, description: link(here, data.parent.vehicle, data.parent.page) }]),
    ...(data.family === null
      ? []
      : [
          {
            term: here.say`Family`,
            description: (
              <>{here.say`${link(here, data.family.id, data.family.page)}${data.family.doubtful ? here.say`, marked as doubtful` : ''}, known from ${
                data.family.basis === 'file'
                  ? here.say`a file of the project’s own`
                  : data.family.basis === 'actions'
                    ? here.say`the solicitation on its records`
                    : here.say`the solicitation stated`
              }`}</>
            ),
          },
        ]),
    {
      term: here.say`On the command line`,
      description: <code>{here.say`counterfoil figure contracts.ceiling --where vehicle=${data.name}`}</code>,
    },
  ];
}

function CeilingTable(props: { here: Here; data: VehicleData }) {
  const { here, data } = props;
  const money = (amount: string) => formatMoney(amount, here.lang);
  return (
    <section aria-labelledby="ceiling">
      <h2 id="ceiling">{here.say`The ceiling, change by change`}</h2>
      {data.steps.some((step) => step.basis === 'statement') ? (
        <p>{here.say`The first action of this vehicle is not at hand, so its history cannot be rebuilt: this is the total that a record states${data.steps.some((step) => step.secondary) ? here.say`, typed in from a secondary source` : ''}.`}</p>
      ) : null}
      {data.steps.length === 0 ? (
        <p>{here.say`No record at hand gives a ceiling.`}</p>
      ) : (
        <Table
          lang={here.lang}
          id="ceiling-table"
          caption={here.say`Actions on the vehicle`}
          columns={[
            { label: here.say`Date`, kind: 'date' },
            { label: here.say`Modification`, kind: 'text' },
            { label: here.say`Change`, kind: 'money' },
            { label: here.say`Ceiling then`, kind: 'money' },
            { label: here.say`On the drawing`, kind: 'text' },
            { label: here.say`Description, in vocabulary words`, kind: 'text', long: true },
            { label: here.say`Row`, kind: 'text', long: true },
          ]}
          rows={data.steps.map((step) => [
            step.day,
            step.modification,
            step.change,
            step.running,
            step.no === null ? '' : String(step.no),
            step.words ?? '',
            placeCell(here, step.place),
          ])}
          note={
            data.highest === null || data.lowest === null || data.steps.length < 2
              ? undefined
              : here.say`Highest ${money(data.highest)}, lowest ${money(data.lowest)}.`
          }
        />
      )}
      {data.check === null ? null : (
        <p class={data.check.agrees ? 'check' : 'check alert'}>
          {data.check.agrees
            ? here.say`The latest record states ${money(data.check.stated)} as its own total: the same as the sum of the changes.`
            : here.say`The latest record states ${money(data.check.stated)} as its own total; the changes add up to ${money(data.check.summed)}, a difference of ${money(data.check.off)}. A missing action, or a total that was restated, can explain it.`}
        </p>
      )}
    </section>
  );
}

function Orders(props: { here: Here; site: Site; data: VehicleData }) {
  const { here, site, data } = props;
  if (data.actions.length === 0)
    return (
      <section aria-labelledby="orders">
        <h2 id="orders">{here.say`Orders`}</h2>
        <p>{here.say`No order under this vehicle is at hand.`}</p>
      </section>
    );
  const actions = (
    <Table
      lang={here.lang}
      id="actions-table"
      caption={here.say`Every action on its orders`}
      columns={[
        { label: here.say`Date`, kind: 'date' },
        { label: here.say`Order`, kind: 'text' },
        { label: here.say`Modification`, kind: 'text' },
        { label: here.say`Obligated`, kind: 'money' },
        { label: here.say`Sum so far`, kind: 'money' },
        { label: here.say`Row`, kind: 'text', long: true },
      ]}
      rows={data.actions.map((action) => [
        action.day,
        site.label('award', action.award_label),
        action.modification,
        action.obligation,
        action.running,
        placeCell(here, action.place),
      ])}
    />
  );
  return (
    <section aria-labelledby="orders">
      <h2 id="orders">{here.say`Orders`}</h2>
      <Table
        lang={here.lang}
        id="orders-table"
        caption={here.say`Orders at hand, the largest first`}
        columns={[
          { label: here.say`Order`, kind: 'text' },
          { label: here.say`Obligated`, kind: 'money' },
          { label: here.say`Own ceiling`, kind: 'money' },
          { label: here.say`Actions` },
          { label: here.say`First action`, kind: 'date' },
          { label: here.say`Latest action`, kind: 'date' },
          { label: here.say`Offers stated`, kind: 'number' },
        ]}
        rows={data.orders.map((order) => [
          site.label('award', order.award),
          order.obligation,
          order.ceiling,
          { value: order.actions, href: '#actions' },
          order.first,
          order.last,
          order.offers,
        ])}
        note={here.say`An order’s own number of offers is not its vehicle’s.`}
        sortable
      />
      <h3 id="actions">{here.say`Rows behind the sum`}</h3>
      {data.actions.length > folded ? (
        <details>
          <summary>{here.say`${plural(data.actions.length, { one: '# action', other: '# actions' }, here.lang)}, each with its row`}</summary>
          {actions}
        </details>
      ) : (
        actions
      )}
      <p
        class={data.recount === data.obligations.value ? 'check' : 'check alert'}
      >{here.say`Added up again by plain means, these rows give ${data.recount === null ? '[x]' : formatMoney(data.recount, here.lang)}${
        data.recount === data.obligations.value
          ? here.say`: the same as the figure.`
          : here.say`; the figure says ${data.obligations.value ?? '[x]'}.`
      }`}</p>
    </section>
  );
}
