import { lineChart } from '../../charts/line-chart.ts';
import { toPoint } from '../../charts/series.ts';
import { ChartFigure } from '../../components/chart-figure.tsx';
import { Headline } from '../../components/headline.tsx';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { formatDate, formatNumber, plural } from '../../format.ts';
import { places } from '../../maps/states.ts';
import { page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { AgencyTable } from './agency-table.tsx';
import { CountyFigure } from './county-figure.tsx';
import { ModelChart } from './model-chart.tsx';
import { modelName } from './model-names.ts';
import { type StateData, stateData } from './state-data.ts';

/** One state: its agencies now and before, its counties, its course over the lists. */
export const statePage = page<StateData>({
  route: 'states/:code',
  says: 'agencies and agreements of a state now and on every list, its agencies, its counties, rows without a county',
  paths: () => places.map(({ code }) => paths.state(code)),
  load: (site, _path, { code = '' }) => stateData(site, code),
  view(data, here) {
    const date = formatDate(data.as_of, here.lang);
    const ever = data.listed.length + data.earlier.length > 0;
    return {
      title: data.name,
      description: here.say`Agencies in ${data.name} with an agreement, as of ${date}.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`States`, href: file(paths.states) },
        { label: data.name },
      ],
      children: (
        <>
          <h1>{data.name}</h1>
          {ever ? null : <p class="lead">{here.say`No list at hand has an agency in ${data.name}.`}</p>}
          <h2 class="visually-hidden">{here.say`On the latest list`}</h2>
          <div class="headlines">
            <Headline
              lang={here.lang}
              id="agencies"
              title={here.say`Agencies with an agreement`}
              href={here.to(file(paths.figure('agreements.agencies')))}
              value={here.cell(data.agencies)}
              unit={Number(data.agencies.value) === 1 ? here.say`agency` : here.say`agencies`}
              asOf={data.as_of}
              receipt={here.cell(data.agencies).href}
            />
            <Headline
              lang={here.lang}
              id="agreements"
              title={here.say`Agreements in force`}
              href={here.to(file(paths.figure('agreements.agreements')))}
              value={here.cell(data.agreements)}
              unit={Number(data.agreements.value) === 1 ? here.say`agreement` : here.say`agreements`}
              asOf={data.as_of}
              receipt={here.cell(data.agreements).href}
            />
          </div>
          {ever ? <OverTime here={here} data={data} /> : null}
          <CountyFigure here={here} data={data} />
          {data.listed.length === 0 ? null : (
            <section aria-labelledby="listed">
              <h2 id="listed">{here.say`On the latest list`}</h2>
              <AgencyTable
                here={here}
                id="listed-table"
                caption={here.say`Agencies in ${data.name}, ${date}`}
                rows={data.listed}
              />
            </section>
          )}
          {data.earlier.length === 0 ? null : (
            <section aria-labelledby="earlier">
              <h2 id="earlier">{here.say`On an earlier list only`}</h2>
              <p>{here.say`A list does not say why a row is no longer there.`}</p>
              <AgencyTable
                here={here}
                id="earlier-table"
                caption={here.say`Missing from the latest list`}
                rows={data.earlier}
                standing
              />
            </section>
          )}
          {data.pending.length === 0 ? null : (
            <section aria-labelledby="pending">
              <h2 id="pending">{here.say`On the latest list of pending agreements`}</h2>
              <Table
                lang={here.lang}
                id="pending-table"
                caption={here.say`Not counted above`}
                columns={[
                  { label: here.say`Agency`, kind: 'text' },
                  { label: here.say`Model`, kind: 'text' },
                  { label: here.say`Place in the file`, kind: 'text' },
                ]}
                rows={data.pending.map((row) => [
                  row.name,
                  modelName(row.model, here.say),
                  { value: row.place, href: here.to(file(paths.edition(row.edition))) },
                ])}
              />
            </section>
          )}
          <p>
            <Link href={here.to(file(paths.states))}>{here.say`All states`}</Link>
          </p>
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: [
      'organisation',
      'name',
      'type',
      'county',
      'models',
      'first_listed',
      'last_listed',
      'standing',
      'page',
    ],
    rows: [...data.listed, ...data.earlier].map((row) => [
      row.organisation,
      row.name,
      row.type,
      row.county,
      row.models.join('; '),
      row.first_listed,
      row.last_listed,
      row.standing,
      row.page,
    ]),
  }),
});

function OverTime(props: { here: Parameters<typeof AgencyTable>[0]['here']; data: StateData }) {
  const { here, data } = props;
  const [first, last] = [data.series[0], data.series.at(-1)];
  if (!first || !last || data.series.length < 2) return null;
  const message = here.say`${data.name}: ${plural(Number(first.value ?? 0), { one: '# agency', other: '# agencies' }, here.lang)} on ${formatDate(first.date, here.lang)}, ${formatNumber(last.value ?? 0, here.lang)} on ${formatDate(last.date, here.lang)}`;
  const line = [
    { label: here.say`Agencies`, points: data.series.map((one) => toPoint(one.date, one.value)) },
  ];
  const now = data.models.models.map(
    (model) => `${model.label.toLowerCase()} ${formatNumber(model.values.at(-1)?.value ?? 0, here.lang)}`,
  );
  return (
    <section aria-labelledby="over-time">
      <h2 id="over-time">{here.say`Over time`}</h2>
      <ChartFigure
        lang={here.lang}
        id="agencies-over-time"
        message={message}
        measure={here.say`Agencies on each of ${data.series.length} lists at hand`}
        draw={(id, width) =>
          lineChart({ id, lang: here.lang, title: message, series: line, width, height: 220 })
        }
        table={{
          caption: here.say`Agencies on each list`,
          columns: [{ label: here.say`Date`, kind: 'date' }, { label: here.say`Agencies` }],
          rows: data.series.map((one) => [one.date, here.cell(one)]),
        }}
      />
      <ModelChart
        here={here}
        id="models"
        message={here.say`Agreements in ${data.name} by support model: ${now.join(', ')}`}
        measure={here.say`Agreements on each of ${data.models.days.length} lists at hand`}
        series={data.models}
      />
    </section>
  );
}
