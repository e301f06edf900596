import { sayIn } from '../../../language/say.ts';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { page } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import { at } from './addresses.ts';
import { type FlagData, flagData, unitsShown } from './flag-data.ts';
import { Files } from './lists.tsx';

interface FlagsData {
  flags: {
    id: string;
    title: string;
    unit: string;
    page: string;
    coverage: FlagData['coverage'];
    fires_on_most: boolean;
    needs: string;
  }[];
}

/** Every flag with what it could and could not look at. */
export const flagsPageKind = page<FlagsData>({
  route: 'flags',
  says: 'every red flag with its coverage: examined, flagged, passed, not applicable, unknown',
  paths: () => [at.flags],
  load: (site) => ({
    flags: (site.contracts?.flags ?? []).map(({ flag, coverage, firesOnMost }) => ({
      id: flag.id,
      title: sayIn(site.lang)(flag.title),
      unit: sayIn(site.lang)(flag.unit),
      page: file(at.flag(flag.id)),
      coverage,
      fires_on_most: firesOnMost,
      needs: sayIn(site.lang)(flag.needs),
    })),
  }),
  view: ({ flags }, here) => ({
    title: here.say`Flags`,
    description: here.say`Questions that the records raise, with what each could look at.`,
    crumbs: [{ label: here.say`Home`, href: 'index.html' }, { label: here.say`Flags` }],
    children: (
      <>
        <h1>{here.say`Flags`}</h1>
        <p class="lead">{here.say`A flag is a question that the records raise, never an accusation. Each has explanations that are nobody’s fault, on its own page.`}</p>
        <Table
          lang={here.lang}
          id="flags-table"
          caption={here.say`Flags and their coverage`}
          columns={[
            { label: here.say`Flag`, kind: 'text' },
            { label: here.say`One unit is`, kind: 'text' },
            { label: here.say`Flagged` },
            { label: here.say`Passed` },
            { label: here.say`Examined` },
            { label: here.say`Not applicable` },
            { label: here.say`Unknown` },
            { label: here.say`Note`, kind: 'text' },
          ]}
          rows={flags.map((one) => [
            { value: one.title, href: here.to(one.page) },
            one.unit,
            { value: one.coverage.flagged, href: here.to(`${one.page}#units`) },
            one.coverage.passed,
            one.coverage.examined,
            one.coverage.notApplicable,
            one.coverage.unknown,
            one.fires_on_most
              ? here.say`fires on most: it tells little`
              : one.coverage.examined === 0
                ? here.say`nothing could be examined`
                : '',
          ])}
          note={here.say`Examined are those flagged and those passed. Not applicable: the record has not what the rule asks, or the rule does not ask it. Unknown: it should have it, and has not. A zero beside many not applicable says nothing.`}
          sortable
        />
        <h2>{here.say`Which download would have what is missing`}</h2>
        <ul>
          {flags
            .filter((one) => one.coverage.notApplicable + one.coverage.unknown > 0)
            .map((one) => (
              <li>
                <Link href={here.to(one.page)}>{one.title}</Link>: {one.needs}
              </li>
            ))}
        </ul>
      </>
    ),
  }),
  csv: ({ flags }) => ({
    columns: [
      'flag',
      'title',
      'unit',
      'flagged',
      'passed',
      'examined',
      'not_applicable',
      'unknown',
      'fires_on_most',
      'needs',
    ],
    rows: flags.map(({ coverage, ...one }) => [
      one.id,
      one.title,
      one.unit,
      coverage.flagged,
      coverage.passed,
      coverage.examined,
      coverage.notApplicable,
      coverage.unknown,
      one.fires_on_most,
      one.needs,
    ]),
  }),
});

/** One flag: its rule, what else can explain it, and what it found. */
export const flagPageKind = page<FlagData>({
  route: 'flags/:id',
  says: 'a flag’s method, source, reasons, innocent explanations, coverage, and the units found with their rows',
  paths: (site) => (site.contracts?.flags ?? []).map(({ flag }) => at.flag(flag.id)),
  load: (site, path) => flagData(site, path),
  view: (data, here, site) => {
    const c = data.coverage;
    return {
      title: data.title,
      description: data.why,
      crumbs: [
        { label: here.say`Home`, href: 'index.html' },
        { label: here.say`Flags`, href: file(at.flags) },
        { label: data.title },
      ],
      children: (
        <>
          <h1>
            {data.title}
            <span class="sub">{here.say`${data.id}${data.cardinal === null ? '' : here.say` · Cardinal ${data.cardinal}`} · one unit is: ${data.unit}`}</span>
          </h1>
          <p class="lead">{here.say`A question that the records raise, never an accusation.`}</p>
          <Table
            lang={here.lang}
            id="coverage"
            caption={here.say`What it could look at`}
            columns={[{ label: here.say`Outcome`, kind: 'text' }, { label: here.say`Units` }]}
            rows={[
              [here.say`Flagged`, { value: c.flagged, href: '#units' }],
              [here.say`Passed`, c.passed],
              [here.say`Examined, together`, c.examined],
              [here.say`Not applicable`, c.notApplicable],
              [here.say`Unknown`, c.unknown],
            ]}
            note={
              data.fires_on_most
                ? here.say`It fires on most of what it could examine, and so tells little.`
                : undefined
            }
          />
          {c.notApplicable + c.unknown === 0 ? null : <p>{here.say`For what is missing: ${data.needs}`}</p>}
          <h2>{here.say`Method`}</h2>
          <p>{data.method}</p>
          {data.settings.length === 0 ? null : (
            <ul>
              {data.settings.map((one) => (
                <li>
                  <code>{one.name}</code>: {one.value}, {one.says}
                </li>
              ))}
            </ul>
          )}
          <h2>{here.say`Why it matters`}</h2>
          <p>{data.why}</p>
          <h2>{here.say`What else can explain it`}</h2>
          <ul>
            {data.innocent.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          <h2>{here.say`What it leaves out`}</h2>
          <ul>
            {data.exclusions.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          <h2>{here.say`Worked example`}</h2>
          <p>{data.example}</p>
          <h2>{here.say`Where the rule comes from`}</h2>
          <p>{data.source}</p>
          <section aria-labelledby="units">
            <h2 id="units">{here.say`Units found, with their rows`}</h2>
            {data.units.length === 0 ? (
              <p>{here.say`None.`}</p>
            ) : (
              <Table
                lang={here.lang}
                id="units-table"
                caption={here.say`Flagged`}
                columns={[
                  { label: here.say`Unit`, kind: 'text' },
                  { label: here.say`Vendor`, kind: 'text' },
                  { label: here.say`Measured`, kind: 'text' },
                  { label: here.say`Rows`, kind: 'text', long: true },
                ]}
                rows={data.units.slice(0, unitsShown).map((one) => [
                  { value: one.label, ...(one.page === null ? {} : { href: here.to(one.page) }) },
                  {
                    value: one.vendor?.name ?? '',
                    ...(one.vendor?.page ? { href: here.to(one.vendor.page) } : {}),
                  },
                  measured(one.value),
                  one.places.map((place) => `${place.file}: ${place.place}`).join('; '),
                ])}
                anchors={data.units.slice(0, unitsShown).map((_, index) => `unit-${index + 1}`)}
                total={data.units.length}
              />
            )}
          </section>
          <Files here={here} site={site} files={data.files} />
        </>
      ),
    };
  },
  csv: (data) => ({
    columns: ['flag', 'unit', 'label', 'vendor', 'measured', 'rows'],
    measured: ['measured'],
    rows: data.units.map((one) => [
      data.id,
      one.unit,
      one.label,
      one.vendor?.name,
      one.value,
      one.places.map((place) => `${place.edition}: ${place.place}`).join('; '),
    ]),
  }),
});

/** Whole numbers and amounts with separators; other words as they are. */
function measured(value: string | null): string {
  if (value === null) return '';
  return /^-?\d+(\.\d{1,2})?$/.test(value)
    ? value
        .replace('-', '\u2212')
        .replace(/\B(?=(\d{3})+(?!\d))/g, (gap, _d, at: number, all: string) =>
          all.indexOf('.') >= 0 && at > all.indexOf('.') ? gap : ',',
        )
    : value;
}
