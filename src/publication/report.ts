import type { Release, ReleasedTable } from './release.ts';

/** What a report of a few pages says, beside the released tables. All texts are plain. */
export interface ReportParts {
  title: string;
  /** Whose network it is, and in which time zone months are told. */
  network: string;
  zone: string;
  method: readonly string[];
  limits: readonly string[];
  /** Cells by state, in percent of rows; whole numbers. */
  coverage: readonly { field: string; readable: number; empty: number; masked: number; missing: number }[];
  /** Findings by rule; the count as it may leave. */
  findings: readonly {
    pack: string;
    rule: string;
    says: string;
    draft: boolean;
    shown: number | '[c]';
    notCheckable: number | '[c]';
  }[];
  editions: readonly { name: string; sha256: string; as_of: string }[];
  program: string;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (value: string | number) => String(value).replace(/[&<>"']/g, (sign) => escapes[sign] as string);
const cell = (value: string | number) =>
  `<td${typeof value === 'number' ? ' class="n"' : ''}>${typeof value === 'number' ? value.toLocaleString('en-US') : text(value)}</td>`;

function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  return `<table><caption>${text(caption)}</caption><thead><tr>${heads.map((head) => `<th scope="col">${text(head)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table>`;
}

/** Rows that hold nothing but zeros are left out of a printed table; the released one has them. */
function released(one: ReleasedTable): string {
  const rows = one.rows
    .filter((row) => row.shown !== 0)
    .map((row) => [...one.by.map((name) => row.values[name] as string), row.shown]);
  return table(one.title, [...one.by, 'searches'], rows);
}

const list = (items: readonly string[]) =>
  `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;

/**
 * A report for a meeting: one HTML file with nothing outside of it, printable. Its numbers are those of a release and of
 * nothing finer, so that it may be handed on.
 */
export function reportHtml(parts: ReportParts, release: Release): string {
  const span =
    release.months.length === 0 ? 'no closed month yet' : `${release.months[0]} to ${release.months.at(-1)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${text(parts.title)}</title>
<style>
body{font:11pt/1.45 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1,h2,table{font-family:system-ui,sans-serif}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;font-size:.85rem;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{border-bottom:1px solid #ccc;padding:.2rem .4rem;text-align:left}.n{text-align:right;font-variant-numeric:tabular-nums}code{overflow-wrap:anywhere}
@media print{body{margin:0}h2{break-after:avoid}tr{break-inside:avoid}}
</style></head><body>
<h1>${text(parts.title)}</h1>
<p>${text(parts.network)}; ${text(span)}; months are those of the time zone ${text(parts.zone)}.</p>
<p>${text(`${release.hiddenCells} of ${release.cells} cells are hidden ([c]: too small, or needed so that a small one cannot be worked out), about ${release.hiddenPercent}% of searches. [x]: could not be read.`)}${release.lateArrivals ? ' Rows for released months arrived later; the months stay as they were released.' : ''}</p>
<h2>How it was counted</h2>${list(parts.method)}
<h2>Figures</h2>${release.tables.map(released).join('\n')}
<h2>Findings</h2>
<p>A finding is a question to the log holder, not a judgement.</p>
${table(
  'Searches that a rule asks about',
  ['pack', 'rule', 'what it asks', 'status', 'need an explanation', 'not checkable'],
  parts.findings.map((one) => [
    one.pack,
    one.rule,
    one.says,
    one.draft ? 'draft, not confirmed' : 'confirmed',
    one.shown,
    one.notCheckable,
  ]),
)}
<h2>What could be read</h2>
${table(
  'Cells of the logs, percent of rows',
  ['field', 'readable', 'empty', 'masked', 'no such column'],
  parts.coverage.map((one) => [one.field, one.readable, one.empty, one.masked, one.missing]),
)}
<h2>Limits</h2>${list(parts.limits)}
<h2>Files</h2>
<table><thead><tr><th scope="col">file</th><th scope="col">as of</th><th scope="col">SHA-256</th></tr></thead><tbody>${parts.editions.map((one) => `<tr>${cell(one.name)}${cell(one.as_of)}<td><code>${text(one.sha256)}</code></td></tr>`).join('')}</tbody></table>
<p>${text(parts.program)}</p>
</body></html>
`;
}
