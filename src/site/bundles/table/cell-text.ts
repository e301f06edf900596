import type { CellValue } from './column-store.ts';

/** How the values of a column are written, in the manner of the page: numbers and dates by Intl, absent as `[x]`. */
export function writer(kind: string, lang: string): (value: CellValue) => string {
  const locale = lang === 'es' ? 'es-US' : 'en-US';
  const text = formatter(kind, locale);
  return (value) => (value === null ? '[x]' : text(value));
}

function formatter(kind: string, locale: string): (value: string | number | bigint) => string {
  if (kind === 'money') {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' });
    return (value) => format.format(value as Intl.StringNumericLiteral).replace('-', '\u2212');
  }
  if (kind === 'number') {
    const format = new Intl.NumberFormat(locale);
    return (value) => format.format(value as Intl.StringNumericLiteral).replace('-', '\u2212');
  }
  if (kind === 'date') {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'medium' });
    return (value) =>
      /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? format.format(new Date(`${value}T00:00Z`)) : String(value);
  }
  return String;
}
