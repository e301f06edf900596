import { toPoint } from '../../charts/series.ts';
import { SmallMultiples } from '../../components/small-multiples.tsx';
import { type FigureValues, groupOf } from '../../data/figure-values.ts';
import { formatDate, formatNumber } from '../../format.ts';
import { places } from '../../maps/states.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import type { Site } from '../../site.ts';

/** The course of each state over the lists, on one scale; nothing where there is one list only. */
export function StateMultiples(props: { here: Here; site: Site }) {
  const { here, site } = props;
  const values = site.values.get('agreements.agencies') as FigureValues;
  const { day, days } = values;
  const [first] = days;
  if (day === null || first === undefined || days.length < 2) return null;
  const on = (code: string, date: string) => groupOf(values, 'state', code, date).value;
  const shown = places
    .filter(({ code }) => days.some((date) => Number(on(code, date) ?? 0) > 0))
    .sort((a, b) => Number(on(b.code, day)) - Number(on(a.code, day)) || (a.name < b.name ? -1 : 1));
  const [most] = shown;
  if (!most) return null;
  const value = formatNumber(Number(on(most.code, day)), here.lang);
  return (
    <section aria-labelledby="courses">
      <h2 id="courses">{here.say`Course of each state`}</h2>
      <SmallMultiples
        lang={here.lang}
        id="multiples"
        message={here.say`Most on the list of ${formatDate(day, here.lang)}: ${most.name}, ${value}`}
        measure={here.say`Agencies with an agreement by state or territory, ${formatDate(first, here.lang)} to ${formatDate(day, here.lang)}; one scale for all, those without any left out`}
        items={shown.map(({ code, name }) => ({
          key: code,
          label: name,
          href: here.to(file(paths.state(code))),
          points: days.map((date) => toPoint(date, on(code, date))),
          receipts: days.map((date) => {
            const { receipt } = groupOf(values, 'state', code, date);
            return receipt === null ? undefined : here.to(receipt);
          }),
        }))}
      />
    </section>
  );
}
