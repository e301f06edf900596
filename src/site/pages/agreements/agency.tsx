import { DefinitionList } from '../../components/definition-list.tsx';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { TimeList } from '../../components/time-list.tsx';
import { formatDate, formatList, formatNumber, plural } from '../../format.ts';
import { type Here, page } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { EditionList } from '../shared/edition-list.tsx';
import { type AgencyData, agencyData } from './agency-data.ts';
import { modelName } from './model-names.ts';

const words = {
  listed: 'listed',
  unconfirmed: 'missing from the latest list (unconfirmed)',
  departed: 'departed',
} as const;

/** One agency: when it was listed under which model, by which rows, under which names. */
export const agencyPage = page<AgencyData>({
  route: 'agencies/:id',
  says: 'times on the lists by model with the rows that show their ends, spellings, agreements linked by the publisher',
  paths: (site) => (site.agreements?.organisations ?? []).map((one) => paths.agency(one.organisation)),
  load: (site, path) => agencyData(site, path),
  view(data, here, site) {
    const day = (date: string) => formatDate(date, here.lang);
    return {
      title: `${data.name}, ${data.state_name}`,
      description: here.say`When ${data.name} was listed, under which model, by which rows.`,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: data.state_name, href: file(paths.state(data.state)) },
        { label: data.name },
      ],
      children: (
        <>
          <h1>
            {data.name}
            <span class="sub">
              <Link href={here.to(file(paths.state(data.state)))}>{data.state_name}</Link>
              {data.county_name === null ? '' : here.say` · county: ${data.county_name}`}
              {data.type === 'not-stated'
                ? ''
                : here.say` · type, as listed: ${site.label('type', data.type).toLowerCase()}`}
            </span>
          </h1>
          <p class="lead">{sentence(data, here)}</p>
          <h2>{here.say`Time on the lists`}</h2>
          <TimeList
            lang={here.lang}
            span={data.span}
            intervals={data.stretches.map((one) => ({
              label: modelName(one.model, here.say),
              first: one.first_listed,
              last: one.last_listed,
              state: one.standing,
            }))}
          />
          <Table
            lang={here.lang}
            id="evidence"
            caption={here.say`The rows that show it`}
            columns={[
              { label: here.say`Model`, kind: 'text' },
              { label: here.say`Signed, as listed`, kind: 'date' },
              { label: here.say`First list with it`, kind: 'text' },
              { label: here.say`Last list with it`, kind: 'text' },
              { label: here.say`Then`, kind: 'text' },
            ]}
            rows={data.stretches.map((one) => [
              modelName(one.model, here.say),
              one.signed,
              { value: `${day(one.first.as_of)}, ${one.first.place}`, href: here.to(one.first.href) },
              { value: `${day(one.last.as_of)}, ${one.last.place}`, href: here.to(one.last.href) },
              one.absent === null
                ? here.say(words[one.standing])
                : { value: here.say`not on ${day(one.absent.as_of)}`, href: here.to(one.absent.page) },
            ])}
            note={missed(data, here)}
          />
          {data.spellings.length < 2 ? null : (
            <section aria-labelledby="names">
              <h2 id="names">{here.say`Names it was listed under`}</h2>
              <Table
                lang={here.lang}
                id="names-table"
                caption={here.say`Spellings, as listed`}
                columns={[
                  { label: here.say`Name`, kind: 'text' },
                  { label: here.say`First`, kind: 'text' },
                  { label: here.say`Last`, kind: 'text' },
                  { label: here.say`How it is tied to this agency`, kind: 'text' },
                ]}
                rows={data.spellings.map((one) => [
                  one.text,
                  { value: `${day(one.first.as_of)}, ${one.first.place}`, href: here.to(one.first.href) },
                  { value: `${day(one.last.as_of)}, ${one.last.place}`, href: here.to(one.last.href) },
                  one.tie ?? here.say`The same name, blanks, case and apostrophes aside, or its latest one.`,
                ])}
              />
            </section>
          )}
          <h2>{here.say`What this page rests on`}</h2>
          <DefinitionList
            items={[
              ...(data.documents.length === 0
                ? []
                : [
                    {
                      term: here.say`Agreements, linked by the publisher`,
                      description: data.documents.map((one) => (
                        <Link
                          href={one.url}
                        >{here.say`${modelName(one.model, here.say)} (PDF at ice.gov)`}</Link>
                      )),
                    },
                  ]),
              ...(data.population === null
                ? []
                : [
                    {
                      term: here.say`Population served, by the reference list`,
                      description: (
                        <>
                          {formatNumber(data.population.value, here.lang)}
                          {data.population.edition === null ? (
                            ''
                          ) : (
                            <>{here.say`, ${<Link href={here.to(data.population.edition.page)}>{data.population.edition.name}</Link>}, record ${data.population.row}`}</>
                          )}
                        </>
                      ),
                    },
                  ]),
              {
                term: here.say`Editions`,
                description: <EditionList here={here} site={site} editions={data.editions} />,
              },
              { term: here.say`Identifier`, description: <code>{data.organisation}</code> },
            ]}
          />
          <p class="note">{here.say`A list says that its publisher listed this agency on a date. It does not say what was done under the agreement.`}</p>
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: [
      'organisation',
      'model',
      'signed',
      'first_listed',
      'first_place',
      'first_edition',
      'last_listed',
      'last_place',
      'last_edition',
      'standing',
      'departed_on',
    ],
    rows: data.stretches.map((one) => [
      data.organisation,
      one.model,
      one.signed,
      one.first_listed,
      one.first.place,
      one.first.edition,
      one.last_listed,
      one.last.place,
      one.last.edition,
      one.standing,
      one.departed_on,
    ]),
  }),
});

function sentence(data: AgencyData, { say, lang }: Here): string {
  const day = (date: string) => formatDate(date, lang);
  const now = data.stretches
    .filter((one) => one.standing === 'listed')
    .map((one) => modelName(one.model, say).toLowerCase());
  const whole = data.first_listed === data.span.from;
  if (data.standing === 'listed') {
    const models = formatList([...new Set(now)], lang);
    return whole
      ? say`On the latest list, of ${day(data.span.to)}, under ${models}; on the first list at hand, of ${day(data.span.from)}, and since.`
      : say`On the latest list, of ${day(data.span.to)}, under ${models}; first listed on ${day(data.first_listed)}.`;
  }
  const left =
    data.standing === 'unconfirmed'
      ? say`It is missing from the latest list; one more will tell whether it departed.`
      : say`It is missing from two lists or more in a row.`;
  const last = day(data.last_listed);
  return whole
    ? say`Last listed on ${last}; on the first list at hand, of ${day(data.span.from)}. ${left}`
    : say`Last listed on ${last}; first listed on ${day(data.first_listed)}. ${left}`;
}

function missed(data: AgencyData, { lang }: Here): string | undefined {
  const count = data.stretches.reduce((sum, one) => sum + one.lists_missed, 0);
  const message = {
    one: '# list in between, one at a time, did not have it; missing from a single list is not a departure.',
    other:
      '# lists in between, one at a time, did not have it; missing from a single list is not a departure.',
  };
  return count === 0 ? undefined : plural(count, message, lang);
}
