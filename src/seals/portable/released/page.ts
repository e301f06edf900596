import { type Cited, citationForms } from '../citation.ts';
import { escapeHtml, list, type PageForm, pageOf, table } from '../page.ts';
import { chosenCells } from './cells.ts';
import type { OpenReleased, ReleasedDocument, SealedCell, SealedTable, SealedValue } from './document.ts';
import { words } from './words.ts';

/** Cells of a table that the page shows; the file beside it has all. */
const shownCells = 100;

/** The title that the subject has. */
export function titleOf({
  claim,
  figure,
  language,
}: Pick<ReleasedDocument, 'claim' | 'figure' | 'language'>): string {
  return claim === null ? figure.title : words[language].verdictOn(figure.title);
}

/** The day of the release that the tables are of. */
export function releaseDay({ releases }: Pick<ReleasedDocument, 'releases'>): string {
  return releases.at(-1)?.date ?? '';
}

/** The value or the verdict in one sentence. */
export function releasedStatement(document: ReleasedDocument): string {
  const { figure, claim, values, tables, language } = document;
  const say = words[language];
  if (claim)
    return say.sentence(
      claim.sentence,
      say[claim.verdict],
      claim.numbers.map((number) => values[number.value]?.value ?? '').join(', '),
    );
  const [value] = values;
  if (!value) return '';
  const filters = filtersOf(value, language);
  const what = `${figure.title}${filters === '' ? '' : ` (${filters})`}`;
  const { unit } = figure;
  const named =
    language === 'en' && unit.kind === 'count'
      ? `${value.value} ${value.value === '1' ? unit.one : unit.many}`
      : value.value;
  return say.value(what, named, value.cells, tables[value.table]?.title ?? '', releaseDay(document));
}

function filtersOf({ where, through }: SealedValue, language: ReleasedDocument['language']): string {
  return [
    ...Object.entries(where).map(([name, values]) => `${name}=${values.join('|')}`),
    ...(through === null ? [] : [words[language].through(through)]),
  ].join(', ');
}

/** Citations of a released value: file -> text. The project stands as the publisher: names of logs do not leave. */
export function releasedCitations(document: ReleasedDocument): Map<string, string> {
  const say = words[document.language];
  const day = releaseDay(document);
  const from = document.tables.map(({ title, file }) =>
    say.citedFrom(title, document.files[file]?.sha256 ?? ''),
  );
  const cited: Cited = {
    id: `counterfoil-${document.subject.kind}-${document.subject.id}-${day}`.replace(/[^A-Za-z0-9-]+/g, '-'),
    title: document.title,
    publishers: [document.project],
    day,
    dated: say.dated,
    program: document.program,
    note: `${document.statement} ${from.join('; ')}.`,
    address: document.address,
  };
  return citationForms(cited);
}

/** The page of a seal of released cells. */
export function releasedPage(seal: OpenReleased, form: PageForm = 'second'): string {
  const { document } = seal;
  const say = words[document.language];
  const { figure, claim } = document;
  const body = [
    `<h1>${escapeHtml(document.title)}</h1>`,
    `<p class="big">${escapeHtml(document.statement)}</p>`,
    claim
      ? `<blockquote><p>“${escapeHtml(claim.sentence)}”</p><p>${escapeHtml(Object.values(claim.published).join(', '))}</p></blockquote>${table(
          [say.stated, say.byTable, say.verdict],
          claim.numbers.map(({ stated, value, holds }) => [
            stated,
            document.values[value]?.value ?? '',
            say[holds ? 'holds' : 'differs'],
          ]),
        )}`
      : '',
    `<h2>${say.definition}</h2><p>${escapeHtml(figure.definition)}</p>${list(figure.caveats)}`,
    say.declared === '' ? '' : `<p>${say.declared}</p>`,
    `<h2>${say.worked}</h2>`,
    ...document.values.map((value) => valueHtml(seal, value)),
    ...document.tables.map((one) => tableHtml(seal, one)),
    `<h2>${say.releases}</h2>${table(
      [say.released, say.months],
      document.releases.map(({ date, months }) => [date, months.join(', ')]),
    )}`,
    `<h2>${say.provesHead}</h2><p>${say.proves}</p>`,
    `<p>${escapeHtml(say.sealed(document.program, document.project))}</p>`,
  ];
  return pageOf(document.language, document.title, body, form);
}

function valueHtml({ document, cells }: OpenReleased, value: SealedValue): string {
  const say = words[document.language];
  const one = document.tables[value.table];
  if (!one) return '';
  const found = chosenCells(one, cells.get(one.file) ?? [], { ...value.where, ...document.counts });
  const rows = 'cells' in found ? found.cells : [];
  const how = value.cells === 1 ? say.oneCell(one.title) : say.manyCells(value.cells, one.title);
  const filters = filtersOf(value, document.language);
  return `<p><strong>${escapeHtml(value.value)}</strong>${filters === '' ? '' : ` (${escapeHtml(filters)})`}: ${escapeHtml(how)}</p>${cellTable(document, one, rows.slice(0, shownCells))}`;
}

function tableHtml({ document, cells }: OpenReleased, one: SealedTable): string {
  const say = words[document.language];
  const rows = cells.get(one.file) ?? [];
  const more =
    rows.length > shownCells ? `<p>${escapeHtml(say.more(rows.length - shownCells, one.file))}</p>` : '';
  return `<h2>${escapeHtml(say.tableHead(one.title))}</h2><p>${escapeHtml(say.tableSays(one.cells, one.hidden))}</p><details><summary>${say.all}</summary>${cellTable(document, one, rows.slice(0, shownCells))}${more}</details>`;
}

function cellTable(document: ReleasedDocument, one: SealedTable, rows: readonly SealedCell[]): string {
  const say = words[document.language];
  const yearly = one.time === 'year';
  return table(
    [...one.by, ...(yearly ? [say.throughHead] : []), say.count],
    rows.map(({ values, through, shown }) => [
      ...one.by.map((name) => values[name] ?? ''),
      ...(yearly ? [through ?? ''] : []),
      String(shown),
    ]),
  );
}
