import type { OpenSeal, SealedClaim, SealedMeasure, SealedRow } from './document.ts';

/** Rows of a part that the page shows; the file beside it has all. */
const shownRows = 100;

/**
 * How pages of seals are written, the form in use first. A check makes the page again, so that seals made with an earlier
 * form have to be told by it; `first` had tables wider than narrow screens, and dated files that nothing dates.
 */
export const pageForms = ['second', 'first'] as const;
export type PageForm = (typeof pageForms)[number];

const firstStyle = `body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}table{border-collapse:collapse;font-size:.875rem}
th,td{border-bottom:1px solid #ccc;padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}
pre{white-space:pre-wrap;background:#f4f4f4;padding:1rem;font-size:.8rem}code{word-break:break-all}.big{font-size:1.25rem}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}pre{background:#222}th,td{border-color:#444}}`;
const styles: Readonly<Record<PageForm, string>> = {
  first: firstStyle,
  second: `${firstStyle}
table{display:block;overflow-x:auto}th,td{overflow-wrap:break-word}td:last-child:not(:first-child){overflow-wrap:anywhere;min-width:7rem}
@media print{table{display:table}}`,
};

/** The page of a seal, for reading without any program. It shows; checking is what `counterfoil verify` does. */
export function sealPage(
  seal: OpenSeal,
  sql: ReadonlyMap<string, string>,
  form: PageForm = 'second',
): string {
  const { document, editions } = seal;
  const { figure, claim } = document;
  const body = [
    `<h1>${escapeHtml(document.title)}</h1>`,
    `<p class="big">${escapeHtml(document.statement)}</p>`,
    claim ? claimHtml(claim) : '',
    `<h2>Definition</h2><p>${escapeHtml(figure.definition)}</p>${list(figure.caveats)}`,
    ...document.measures.map((measure, index) =>
      measureHtml(seal, measure, index, sql.get(measure.sql) ?? ''),
    ),
    document.readings.length === 0
      ? ''
      : `<h2>Readings tried (${document.readings_tried})</h2><p>As the program found them; the rows of these are not in the seal.</p>${table(
          ['counting', 'value'],
          document.readings.map((reading) => [reading.says, reading.value ?? 'no value']),
        )}`,
    `<h2>Released files</h2>${table(
      ['file', 'as of', 'date from', 'publisher', 'SHA-256 of the released file'],
      editions.map((edition) => [
        edition.name,
        form === 'second' && edition.as_of_from === 'undated' ? '' : edition.as_of,
        edition.as_of_from,
        edition.publisher,
        edition.sha256,
      ]),
    )}`,
    `<h2>What this file proves</h2><p>That the value follows from the rows in it by plain counting, and that nothing in it was changed since it was sealed, once <code>counterfoil verify</code> says so. It does not prove that the rows are in the released files: for that, get a file with the hash above and look at the places given. It does not prove that the released files are right.</p>`,
    `<p>Sealed by ${escapeHtml(document.program)} from the project “${escapeHtml(document.project)}”.</p>`,
  ];
  return pageOf('en', document.title, body, form);
}

/** One HTML page of a seal, without a script and without any request. */
export function pageOf(
  lang: string,
  title: string,
  body: readonly string[],
  form: PageForm = 'second',
): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title><style>${styles[form]}</style></head><body>
${body.filter((part) => part !== '').join('\n')}
</body></html>
`;
}

function claimHtml(claim: SealedClaim): string {
  const published = Object.values(claim.published).join(', ');
  const numbers = claim.numbers.map((number) => [
    number.stated,
    number.value,
    number.holds ? 'holds' : 'differs',
  ]);
  return `<blockquote><p>“${escapeHtml(claim.sentence)}”</p><p>${escapeHtml(published)}</p></blockquote>${table(['stated', 'by the records', 'verdict'], numbers)}`;
}

function measureHtml(seal: OpenSeal, measure: SealedMeasure, index: number, sql: string): string {
  const filters = Object.entries(measure.query.where).map(
    ([name, values]) => `${name} = ${values.join(' or ')}`,
  );
  const head = `<h2>Value ${index + 1}: ${escapeHtml(measure.value)}, as of ${escapeHtml(measure.as_of)}</h2>${filters.length === 0 ? '' : `<p>Where ${escapeHtml(filters.join(' and '))}.</p>`}`;
  const parts = measure.parts.map((part) => {
    const rows = seal.rows.get(part.file) ?? [];
    const more =
      rows.length > shownRows
        ? `<p>And ${rows.length - shownRows} more in <code>${escapeHtml(part.file)}</code>.</p>`
        : '';
    const held = part.remainder;
    const counted = held ? `${part.total} rows and a remainder` : `${part.total} rows`;
    const line = held
      ? `<p>Individuals and sole proprietors: ${held.rows} ${held.rows === 1 ? 'row' : 'rows'}, adding ${escapeHtml(held.adds)}. They stand in one line and cannot be opened: the number of an award would lead to who was paid.</p>`
      : '';
    return `<details><summary>${counted} give ${escapeHtml(part.value)}: ${escapeHtml(part.says)}</summary>${line}${rowTable(rows.slice(0, shownRows))}${more}</details>`;
  });
  return `${head}${parts.join('')}<details><summary>SQL</summary><pre>${escapeHtml(sql)}</pre></details>`;
}

function rowTable(rows: readonly SealedRow[]): string {
  const keys = Object.keys(rows[0]?.key ?? {});
  const amounts = rows.some((row) => row.amount !== undefined);
  return table(
    ['file', 'place', ...keys, ...(amounts ? ['amount'] : [])],
    rows.map((row) => [
      row.file,
      row.sheet === null ? row.place : `sheet ${row.sheet}, ${row.place}`,
      ...keys.map((key) => String(row.key[key] ?? '')),
      ...(amounts ? [String(row.amount ?? '')] : []),
    ]),
  );
}

/** A table of texts as HTML. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: string, row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('')}</tbody></table>`;
}

/** A list of texts as HTML, nothing where it is empty. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
