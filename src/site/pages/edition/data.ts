import type { Unit } from '../../../figures/figure.ts';
import { type Say, sayIn } from '../../../language/say.ts';
import type { Accounting, Edition } from '../../../project/edition.ts';
import { file, paths } from '../../paths.ts';
import type { Num, Site } from '../../site.ts';
import { ranges } from '../receipt/ranges.ts';

/** An edition in short. */
export interface EditionSummary {
  edition: string;
  page: string;
  source: string;
  names: readonly string[];
  /** Null where nothing dates the file. */
  as_of: string | null;
  as_of_from: string;
  /** The instant at which it was added. */
  obtained: string;
  /** What a file of parts is a part of, such as an agency and a fiscal year; null where the source has no such parts. */
  period: string | null;
  contradiction: string | null;
  layout: string;
  bytes: number;
  sha256: string;
  accounting: Accounting;
  /** Values that could not be read and became absent. */
  problems: number;
}

/** Everything that the manifest of an edition says. */
export interface EditionData extends EditionSummary {
  publisher: string;
  form: string;
  sheet: string | null;
  rejects: { place: string; code: string }[];
  values_not_read: { column: string; code: string; count: number; places: string }[];
  columns_dropped: number;
  notes: readonly string[];
  /** Figures counted from this edition on its own date. */
  figures: (Num & { id: string; title: string; unit: Unit })[];
  earlier: string | null;
  later: string | null;
}

export function editionSummary(site: Site, edition: Edition): EditionSummary {
  return {
    edition: edition.edition,
    page: file(paths.edition(edition.edition)),
    source: edition.source,
    names: edition.names,
    as_of: edition.asOfFrom === 'undated' ? null : edition.asOf,
    obtained: edition.obtained,
    as_of_from: edition.asOfFrom,
    period: edition.period ?? null,
    contradiction: edition.contradiction,
    layout: sayIn(site.lang)(site.layouts.get(edition.layout) ?? edition.layout),
    bytes: edition.bytes,
    sha256: edition.sha256,
    accounting: edition.accounting,
    problems: edition.problems.reduce((sum, problem) => sum + problem.count, 0),
  };
}

export function editionData(site: Site, id: string): EditionData | undefined {
  const edition = site.byEdition.get(id);
  if (!edition) return undefined;
  const siblings = site.editions.filter((one) => one.source === edition.source);
  const at = siblings.indexOf(edition);
  const pageOf = (one: Edition | undefined) => (one ? file(paths.edition(one.edition)) : null);
  return {
    ...editionSummary(site, edition),
    publisher: edition.publisher,
    form: edition.form,
    sheet: edition.sheet,
    rejects: edition.rejects.map((reject) => ({
      place: placeWords(edition, reject, sayIn(site.lang)),
      code: reject.code,
    })),
    values_not_read: edition.problems.map(({ column, code, count, rows }) => ({
      column,
      code,
      count,
      places: placesOf(site, edition, rows, count),
    })),
    columns_dropped: edition.droppedColumns,
    notes: edition.notes,
    figures: figuresOn(site, edition),
    earlier: pageOf(siblings[at - 1]),
    later: pageOf(siblings[at + 1]),
  };
}

function placeWords(edition: Edition, reject: Edition['rejects'][number], say: Say): string {
  if (edition.sheet === null)
    return reject.line === null || reject.line === undefined
      ? say`record ${reject.row}`
      : say`record ${reject.row}, line ${reject.line}`;
  const row = reject.row + edition.headerRows;
  return reject.sheet ? say`sheet ${reject.sheet}, row ${row}` : say`row ${row}`;
}

function placesOf(site: Site, edition: Edition, rows: readonly number[], count: number): string {
  const shown = ranges(site, edition.edition, rows);
  const say = sayIn(site.lang);
  const more = count > rows.length ? say` and ${count - rows.length} more` : '';
  return edition.sheet === null ? say`records ${shown}${more}` : say`rows ${shown}${more}`;
}

function figuresOn(site: Site, edition: Edition): EditionData['figures'] {
  return [...site.values.values()].flatMap(({ figure, days, series, answer }) => {
    const dated = edition.asOfFrom !== 'undated';
    const used = dated && figure.sources[0] === edition.source && days.includes(edition.asOf);
    if (!used || answer.rows.length === 0) return [];
    return [
      {
        id: figure.id,
        title: figure.title,
        unit: figure.unit,
        value: series.get(edition.asOf)?.value ?? null,
        receipt: file(paths.receipt(figure.id, edition.asOf)),
      },
    ];
  });
}
