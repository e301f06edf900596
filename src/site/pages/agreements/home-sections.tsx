import { Link } from '../../components/link.tsx';
import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { formatDate, formatNumber } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';
import { type ListChanges, latestChanges } from './change-rows.ts';
import { ChangeTable } from './change-table.tsx';
import { ModelChart, type ModelSeries } from './model-chart.tsx';
import { StateMap } from './state-map.tsx';
import { type StateRow, stateRows } from './state-rows.ts';

/** What the home page shows of agreements. */
export interface AgreementsHome {
  as_of: string;
  states: StateRow[];
  models: ModelSeries;
  changes: ListChanges | null;
}

/** At most so many rows of a kind of change on the home page. */
const shown = 8;

export function agreementsHome(site: Site): AgreementsHome | undefined {
  const values = site.values.get('agreements.agreements');
  if (!site.agreements || !values || values.day === null) return undefined;
  return {
    as_of: values.day,
    states: stateRows(site),
    models: modelSeries(values),
    changes: latestChanges(site) ?? null,
  };
}

/** Agreements by model on every list; models that no list has are left out. */
export function modelSeries(
  values: FigureValues,
  of: (key: string, day: string) => ReturnType<typeof groupOf> = (key, day) =>
    groupOf(values, 'model', key, day),
): ModelSeries {
  const groups = [...(values.by.get('model')?.values() ?? [])].flat();
  const keys = new Map(groups.map((group) => [group.key, group.label]));
  const order = ['task-force', 'warrant-service', 'jail-enforcement', 'unreadable'].filter((key) =>
    keys.has(key),
  );
  return {
    days: values.days,
    models: order.map((key) => ({
      key,
      label: keys.get(key) ?? key,
      values: values.days.map((day) => of(key, day)),
    })),
  };
}

export function HomeSections(props: { here: Here; data: AgreementsHome; site: Site }) {
  const { here, data, site } = props;
  return (
    <>
      <section aria-labelledby="by-state">
        <h2 id="by-state">{here.say`Agencies by state`}</h2>
        <StateMap here={here} site={site} rows={data.states} table="folded" />
      </section>
      <section aria-labelledby="by-model">
        <h2 id="by-model">{here.say`Agreements by support model`}</h2>
        <ModelChart
          here={here}
          id="models"
          message={modelMessage(data, here)}
          measure={here.say`Agreements on each of ${data.models.days.length} lists at hand; level between two lists`}
          series={data.models}
        />
      </section>
      {data.changes === null ? null : (
        <section aria-labelledby="changes">
          <h2 id="changes">{here.say`Changed on the list of ${formatDate(data.changes.list.as_of, here.lang)}`}</h2>
          <ChangeTable here={here} changes={data.changes} limit={shown} />
          <p>
            <Link href={here.to(file(paths.changes))}>{here.say`Changes on every list`}</Link>
          </p>
        </section>
      )}
    </>
  );
}

function modelMessage(data: AgreementsHome, here: Here): string {
  const now = data.models.models.map(
    (model) => `${model.label.toLowerCase()} ${formatNumber(model.values.at(-1)?.value ?? 0, here.lang)}`,
  );
  return here.say`Agreements as of ${formatDate(data.as_of, here.lang)}: ${now.join(', ')}`;
}
