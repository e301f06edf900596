/** A date found in a file's name. */
export interface NameDate {
  date: string;
  /** Whether it is the capture time of an archive (14 digits), which stands whatever the content says. */
  capture: boolean;
  /** Order within the day: `am` 1, nothing or `mid` 2, `pm` 3; a digit behind it adds hundredths. */
  dayPart: number;
}

/**
 * The date that a file's name states, or null. Read in this order: 14 digits (an archive's capture, UTC), `2026-08-22`
 * and `2026_08_22`, eight digits as month, day, year, eight digits as year, month, day, six digits as month, day, year.
 * A run of digits of any other length, or one that is no day of the calendar between 2000 and 2099, is a slip and says
 * nothing.
 */
export function nameDate(name: string): NameDate | null {
  const stem = name.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,5}$/i, '');
  const capture = /(?<!\d)(20\d{2})(\d{2})(\d{2})([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?!\d)/.exec(stem);
  if (capture) {
    const date = calendarDate(capture[1], capture[2], capture[3]);
    if (date) return { date, capture: true, dayPart: 2 };
  }
  const patterns: [RegExp, (found: RegExpExecArray) => string | null][] = [
    [/(?<!\d)(20\d{2})[-_.](\d{2})[-_.](\d{2})(?!\d)/, (found) => calendarDate(found[1], found[2], found[3])],
    [/(?<!\d)(\d{2})(\d{2})(20\d{2})(?!\d)/, (found) => calendarDate(found[3], found[1], found[2])],
    [/(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/, (found) => calendarDate(found[1], found[2], found[3])],
    [/(?<!\d)(\d{2})(\d{2})(\d{2})(?!\d)/, (found) => calendarDate(`20${found[3]}`, found[1], found[2])],
  ];
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(stem);
    const date = found && read(found);
    if (found && date)
      return { date, capture: false, dayPart: dayPartOf(stem.slice(found.index + found[0].length)) };
  }
  return null;
}

function dayPartOf(suffix: string): number {
  const found = /^[-_ ]?(am|mid|pm)?[-_ ]?(\d{1,2})?/i.exec(suffix);
  const half = found?.[1]?.toLowerCase();
  const base = half === 'am' ? 1 : half === 'pm' ? 3 : 2;
  return base + Number(found?.[2] ?? 0) / 100;
}

function calendarDate(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): string | null {
  const text = `${year}-${month}-${day}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}
