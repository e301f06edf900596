import { type Lang, locales } from '../language/lang.ts';
import { marked } from '../language/marks.ts';
import { formsIn, type Plural } from '../language/say.ts';

/**
 * An exact number: a decimal string ("1234.50"), a safe integer or a bigint. Money and ratios come as strings,
 * so that nothing passes through a binary fraction.
 */
export type Exact = string | number | bigint;

const decimal = /^[+-]?\d+(\.\d+)?$/;
// Made once each: a formatter costs more than all that it ever formats on a page.
const formats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const dates = new Map<string, string>();
const counts = new Map<string, string>();
const pluralRules = new Map<Lang, Intl.PluralRules>();

function intl(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[lang], options);
    formats.set(key, format);
  }
  return format;
}

/** The number as text that Intl reads digit by digit. Throws on anything but a decimal. */
function exact(value: Exact): Intl.StringNumericLiteral {
  const text = typeof value === 'number' ? plain(value) : String(value);
  if (!decimal.test(text)) throw new TypeError(`not a decimal number: ${text}`);
  return text as Intl.StringNumericLiteral;
}

/** A number without an exponent, as far as a double can say. */
function plain(value: number): string {
  const text = String(value);
  return /e/.test(text)
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}

function decimals(text: string): number {
  return text.split('.')[1]?.length ?? 0;
}

/** `1,234` or `1,234.50`: the decimals as they came, or cut to `digits`. */
export function formatNumber(value: Exact, lang: Lang, digits?: number): string {
  if (
    digits === undefined &&
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value < 10_000
  ) {
    const known = counts.get(`${lang}${value}`);
    if (known !== undefined) return known;
    const text = intl(lang, { minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(value);
    counts.set(`${lang}${value}`, text);
    return text;
  }
  const text = exact(value);
  const places = digits ?? decimals(text);
  return minus(intl(lang, { minimumFractionDigits: places, maximumFractionDigits: places }).format(text));
}

/** US dollars with the decimals as they came (`$1,234.50`), or with `digits` decimals. */
export function formatMoney(value: Exact, lang: Lang, digits?: number): string {
  const text = exact(value);
  const places = digits ?? decimals(text);
  const options = {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  };
  return minus(intl(lang, options as Intl.NumberFormatOptions).format(text));
}

/** A ratio as percent: `"0.1234"` is `12.3%`. */
export function formatPercent(ratio: Exact, lang: Lang, digits = 1): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const text = exact(ratio);
  const format = intl(lang, { style: 'percent', ...options });
  const shown = format.format(text);
  // A share that is not zero is not written as one.
  if (/[1-9]/.test(text) && !/[1-9]/.test(shown)) {
    const least = format.format(`0.${'0'.repeat(digits + 1)}1` as Intl.StringNumericLiteral);
    return minus(text.startsWith('-') ? shown : `<${least}`);
  }
  return minus(shown);
}

/** Short, for axes only: `1.2M`, `$3B`. */
export function formatCompact(value: number, lang: Lang, kind: 'number' | 'money' = 'number'): string {
  const options: Intl.NumberFormatOptions = { notation: 'compact', maximumFractionDigits: 2 };
  if (kind === 'money') Object.assign(options, { style: 'currency', currency: 'USD' });
  return minus(intl(lang, options).format(value));
}

/** A true minus sign, as wide as a digit. */
function minus(text: string): string {
  return text.replace('-', '\u2212');
}

/** `2026-01-26`, `2026-01` or `2026` as words: `Jan 26, 2026`, `Jan 2026`, `2026`; `long` spells the month. */
export function formatDate(iso: string, lang: Lang, month: 'short' | 'long' = 'short'): string {
  const written = `${lang}|${month}|${iso}`;
  const before = dates.get(written);
  if (before !== undefined) return before;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso);
  if (!match) return iso;
  const [, year, months, day] = match;
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (months) options.month = month;
  if (day) options.day = 'numeric';
  const date = new Date(Date.UTC(Number(year), Number(months ?? 1) - 1, Number(day ?? 1)));
  const key = `${lang}|${month}|${months !== undefined}|${day !== undefined}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[lang], options);
    dateFormats.set(key, format);
  }
  const text = marked(format.format(date));
  // A site has few dates and many mentions of each; a stranger's flood of dates is not kept.
  if (dates.size < 20_000) dates.set(written, text);
  return text;
}

/** `0 B`, `12 kB`, `3.4 MB`: powers of 1,000. */
export function formatBytes(bytes: number, lang: Lang): string {
  const power = Math.min(4, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const unit = ['B', 'kB', 'MB', 'GB', 'TB'][power];
  const value = bytes / 1000 ** power;
  return `${formatNumber(value.toFixed(power === 0 || value >= 10 ? 0 : 1), lang)} ${unit}`;
}

/** The form of a message that fits the number, `#` replaced by it: `1 agency`, `1,234 agencies`. */
export function plural(count: number, message: Plural, lang: Lang): string {
  let rules = pluralRules.get(lang);
  if (!rules) {
    rules = new Intl.PluralRules(locales[lang]);
    pluralRules.set(lang, rules);
  }
  const rule = rules.select(count);
  const forms = formsIn(lang, message);
  return (forms[rule] ?? forms.other).replaceAll('#', formatNumber(count, lang));
}

/** `a, b and c` in the manner of the language. */
export function formatList(items: string[], lang: Lang): string {
  return new Intl.ListFormat(locales[lang], { type: 'conjunction' })
    .formatToParts(items)
    .map(({ type, value }) => (type === 'literal' ? marked(value) : value))
    .join('');
}
