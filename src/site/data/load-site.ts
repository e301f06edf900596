import { retell } from '../../claims/retell.ts';
import { answer, inOrder } from '../../figures/answer.ts';
import { sayIn } from '../../language/say.ts';
import type { Edition } from '../../project/edition.ts';

import { deskFigures, readDesk } from '../desk/read-desk.ts';

import { figureWorkbooks } from '../downloads/figure-files.ts';

import type { Site, SiteInput } from '../site.ts';
import { eventDatesOf, readAgreements } from './agreements.ts';
import { contractNames, readContracts } from './contracts.ts';
import { type FigureValues, figureValues, onLists } from './figure-values.ts';
import { figureIn } from './figure-words.ts';
import { labelsWith, stateName } from './labels.ts';
import { readReceipts } from './receipts.ts';
import { shownValues } from './shown-values.ts';

/** Reads everything that the pages show, once. Pages then only arrange it. */
export async function loadSite(asked: SiteInput): Promise<Site> {
  const { bench, lang } = asked;
  const figures = asked.figures.map((figure) => figureIn(figure, lang));
  const input = {
    ...asked,
    figures,
    verdicts:
      lang === 'en'
        ? asked.verdicts
        : asked.verdicts.map((verdict) =>
            retell(
              verdict,
              figures.find((figure) => figure.id === verdict.figure),
              sayIn(lang),
            ),
          ),
  };
  const counties = await bench.engine.query('select fips, state, name from counties order by fips');
  const stateOf = new Map(counties.map((row) => [row['fips'] as string, row['state'] as string]));
  const agreements = await readAgreements(bench, input.figures);
  const inContracts = await contractNames(bench);
  const organisations = (agreements?.organisations ?? []).map(
    ({ organisation, name, state }) => [organisation, `${name}, ${stateName(state)}`] as const,
  );
  const label = labelsWith(
    new Map([
      ...inContracts,
      ['county', new Map(counties.map((row) => [row['fips'] as string, row['name'] as string]))],
      ['organisation', new Map([...(inContracts.get('vendor') ?? []), ...organisations])],
    ]),
    lang,
  );
  const values = new Map<string, FigureValues>();
  const sources = new Set(bench.editions.map((edition) => edition.source));
  for (const figure of input.figures.filter((one) => one.sources.some((source) => sources.has(source)))) {
    const listed = agreements && figure.from === agreements.listed.model ? agreements.listed : undefined;
    values.set(figure.id, await figureValues(bench, figure, label, listed));
  }
  const editions = [...bench.editions].sort(bySourceAndDate);
  const byEdition = new Map(editions.map((edition) => [edition.edition, edition]));
  const notes = agreements?.notes ?? (() => undefined);
  const eventDates = agreements ? eventDatesOf(agreements) : new Map();
  const site: Site = {
    ...input,
    eventDates,
    countyState: (fips) => stateOf.get(fips),
    crosses: agreements ? await readCrosses(input, agreements.listed.at) : new Map(),
    countyDays: agreements ? await readCountyDays(input, agreements.listed.at) : new Map(),
    editions,
    byEdition,
    values,
    notes,
    label,
    agreements,
    contracts: await readContracts(input),
    receipts: new Map(),
    revisions: input.revise?.(shownValues({ bench, values })) ?? [],
    desk: await readDesk(input, values, agreements?.listed, deskFigures(asked, values)),
    workbooks: new Map(),
  };
  const whole = { ...site, receipts: await readReceipts(site) };
  return { ...whole, workbooks: await figureWorkbooks(whole) };
}

/** Agreements by county on every list, asked in one question. */
async function readCountyDays({ bench, figures }: SiteInput, at: string) {
  const found = new Map<string, Map<string, number>>();
  const figure = figures.find((one) => one.id === 'agreements.agreements');
  if (!figure) return found;
  const asked = await answer(bench, onLists(figure, at), { where: {}, by: ['list_day', 'county'] });
  for (const row of asked.rows) {
    const day = row['list_day'] as string;
    const counties = found.get(day) ?? new Map<string, number>();
    found.set(day, counties);
    if (row['county'] !== null) counties.set(String(row['county']), Number(row.value));
  }
  return found;
}

function bySourceAndDate(a: Edition, b: Edition): number {
  return (a.source < b.source ? -1 : a.source > b.source ? 1 : 0) || inOrder(a, b);
}

/** Agreements by state and model on every list, asked in one question through the figure's own declaration. */
async function readCrosses({ bench, figures }: SiteInput, at: string): Promise<Map<string, number>> {
  const figure = figures.find((one) => one.id === 'agreements.agreements');
  if (!figure) return new Map();
  const found = await answer(bench, onLists(figure, at), { where: {}, by: ['list_day', 'state', 'model'] });
  return new Map(
    found.rows.map((row) => [`${row['list_day']}|${row['state']}|${row['model']}`, Number(row.value)]),
  );
}
