/** A table of a report: its caption, headings and rows, all plain text and whole numbers. */
export interface ReportTable {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** What a report says. All texts are plain; its counts are released ones. */
export interface Report {
  title: string;
  /** Whose log, which months, which time zone. */
  about: readonly string[];
  sections: readonly { title: string; says: readonly string[]; tables: readonly ReportTable[] }[];
  /** A sentence that stands at the top, e.g. that the data are invented; null for none. */
  notice: string | null;
  program: string;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (value: string) => value.replace(/[&<>"']/g, (sign) => escapes[sign] as string);
/** The same with months and days that no line breaks. */
const kept = (value: string) =>
  text(value).replace(/\b\d{4}-\d{2}(?:-\d{2})?\b/g, '<span class="kept">$&</span>');
/** A table of no more rows than this stays on one page where it is printed. */
const shortTable = 16;
/** A column of texts no longer than this keeps each on one line. */
const shortText = 24;

const style = `body{font:11pt/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1,h2,table,.alert{font-family:system-ui,sans-serif}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
.alert{border:2px solid #1a1a1a;padding:.5rem .8rem;font-size:.9rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #767676;padding:.2rem .4rem;text-align:left;vertical-align:top}.n{text-align:right;font-variant-numeric:tabular-nums}th,td{min-width:3.5em}td:first-child{min-width:8em}.kept{white-space:nowrap}td.hash{min-width:20em;overflow-wrap:anywhere;font-family:monospace}
@media print{body{margin:0;max-width:none}h2,caption,thead{break-after:avoid}tr,.short{break-inside:avoid}.scroll{overflow:visible}}`;

/** A cell; a mark in a column of numbers stands where its number would. */
function cell(value: string | number, numeric: boolean, short: boolean): string {
  if (typeof value === 'string' && numeric) return `<td class="n">${text(value)}</td>`;
  if (typeof value === 'number') return `<td class="n">${value.toLocaleString('en-US')}</td>`;
  return /^[0-9a-f]{64}$/.test(value)
    ? `<td class="hash">${value}</td>`
    : short
      ? `<td class="kept">${text(value)}</td>`
      : `<td>${kept(value)}</td>`;
}

function table({ caption, heads, rows }: ReportTable): string {
  const numeric = heads.map((_, index) =>
    rows.some((row) => typeof row[index] === 'number' || row[index] === '[c]' || row[index] === '[x]'),
  );
  const short = heads.map((_, index) => rows.every((row) => String(row[index]).length <= shortText));
  const head = heads.map((one, i) => `<th scope="col"${numeric[i] ? ' class="n"' : ''}>${kept(one)}</th>`);
  const body = rows.map(
    (row) => `<tr>${row.map((one, i) => cell(one, numeric[i] === true, short[i] === true)).join('')}</tr>`,
  );
  const kind = rows.length <= shortTable ? 'scroll short' : 'scroll';
  return `<div class="${kind}" role="region" tabindex="0" aria-label="${text(caption)}"><table><caption>${text(caption)}</caption><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** The report as one HTML file that asks for nothing outside of it, and prints. */
export function reportHtml(report: Report): string {
  const paragraphs = (lines: readonly string[]) => lines.map((line) => `<p>${text(line)}</p>`).join('\n');
  const sections = report.sections.map(
    (one) =>
      `<h2>${text(one.title)}</h2>\n${paragraphs(one.says)}\n${one.tables
        .filter((found) => found.rows.length > 0)
        .map(table)
        .join('\n')}`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${text(report.title)}</title>
<style>${style}</style></head><body><main>
${report.notice === null ? '' : `<p class="alert">${text(report.notice)}</p>\n`}<h1>${text(report.title)}</h1>
${paragraphs(report.about)}
${sections.join('\n')}
<p>${text(report.program)}</p>
</main></body></html>
`;
}
