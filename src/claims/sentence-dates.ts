/** A day named in a sentence, and where. */
export interface FoundDate {
  start: number;
  end: number;
  text: string;
  /** ISO date; null where the words leave it open. */
  day: string | null;
  /**
   * What is open: a year, or a day of a month or year; `relative` where the words count from a day that they do not
   * name ("a year earlier", "in the past two months"). Null where nothing is.
   */
  open: 'year' | 'day' | 'order' | 'relative' | null;
  /** Days that the words could mean, where it is open. */
  choices: string[];
  /** `since`, `after` and the like begin a period. */
  begins: boolean;
  /** The whole month or year that the words name, as `2026-01`, `2026` or (fiscal) `FY2026`: "in January 2026", and not "by" or "since" it. */
  whole: string | null;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const month =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const year = '((?:19|20)\\d{2})';
const before = '((?:(?:the\\s+)?end\\s+of|before|prior\\s+to|since|after|until)\\s+)?(?:the\\s+)?';

type ReadDate = Pick<FoundDate, 'day' | 'open' | 'choices'> & { whole?: string };

interface Form {
  pattern: RegExp;
  read(found: RegExpExecArray): ReadDate;
}

const sure = (value: string | null) => (value === null ? null : { day: value, open: null, choices: [] });

const count =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+|several|few|a\\s+few|a\\s+couple\\s+of)';
const stretch = '(?:decade|year|quarter|month|week|day|hour)';
const whichOne =
  '(?:past|last|first|next|previous|prior|preceding|following|coming|final|same|current|that|this)';
/** "In the fiscal year 2024" is a year, and no stretch. */
const notNamed =
  "(?!\\s+(?:the\\s+)?(?:fiscal|calendar|FY|(?:19|20)\\d\\d))(?:\\s+of\\s+(?:the\\s+)?(?:(?:fiscal|calendar)\\s+(?:year\\s+)?|FY\\s*|year\\s+)?(?:(?:19|20)\\d\\d|'?\\d\\d)\\b)?";

/** Times that count from a day that they do not name. */
const relative = [
  `(?:the\\s+|${count}\\s+(?:full\\s+)?)${stretch}s?\\s+(?:earlier|before|ago|prior|later|after|previously|beforehand)\\b(?:\\s+that\\b)?`,
  `(?:(?:in|within|over|during|for|after|of|since|by|through)\\s+)?(?:the\\s+)?${whichOne}\\s+(?:${count}\\s+)?(?:fiscal\\s+|calendar\\s+)?(?:${stretch}s?|spring|summer|fall|autumn|winter|weekend|(?:fiscal\\s+)?half)\\b${notNamed}`,
  `(?:in|within|over|during|for|after)\\s+(?:the\\s+|just\\s+|only\\s+|about\\s+|nearly\\s+|under\\s+|less\\s+than\\s+|more\\s+than\\s+)*${count}\\s+(?:full\\s+|short\\s+|fiscal\\s+)?${stretch}s?\\b${notNamed}`,
  `(?:in|over|during)\\s+the\\s+(?:${count}\\s+)?${stretch}s?\\b(?=\\s+(?:to|through|until|ending|ended|since|before|after)\\b)`,
  `(?:(?:in|during|for)\\s+)?the\\s+(?:week|month)s?\\s+(?:of|beginning|ending|starting)(?=\\s+(?:${month}|\\d))`,
  '(?:year|month|week)[ -](?:over|on)[ -](?:year|month|week)\\b',
];

/** Years that belong together: "fiscal years 2023 and 2024", "2023-24". */
const years =
  '(?:(?:in|during|for|of|between|from|since)\\s+)?(?:the\\s+)?(?:fiscal\\s+|calendar\\s+)?(?:years?\\s+|FY\\s*)?(?:19|20)\\d\\d(?:(?:\\s*[-–—/]\\s*|,\\s+(?:and\\s+)?|\\s+(?:and|to|through|until|or)\\s+)(?:(?:fiscal\\s+)?(?:year\\s+)?|FY\\s*)(?:19|20)\\d\\d\\b|[-–/]\\d\\d\\b(?!-))+';

/** The forms, the longer ones first; a stretch of the sentence is read once. */
function forms(known: readonly string[]): Form[] {
  const withoutYear = (monthText: string, dayText: string): ReadDate => {
    const years = [...new Set(known.map((date) => date.slice(0, 4)))].sort();
    const first = known[0];
    const last = known.at(-1);
    const possible = years
      .flatMap((one) => iso(one, monthText, dayText) ?? [])
      .filter((date) => first !== undefined && last !== undefined && date >= first && date <= last);
    return possible.length === 1
      ? { day: possible[0] as string, open: null, choices: [] }
      : { day: null, open: 'year', choices: possible };
  };
  return [
    {
      pattern: new RegExp(`\\b${before}(\\d{4})-(\\d{2})-(\\d{2})\\b`, 'gi'),
      read: (found) => sure(valid(`${found[2]}-${found[3]}-${found[4]}`)) ?? nothing,
    },
    {
      pattern: new RegExp(`\\b${before}${day}\\s+(?:of\\s+)?${month},?\\s+${year}\\b`, 'gi'),
      read: (found) => sure(iso(found[4] as string, found[3] as string, found[2] as string)) ?? nothing,
    },
    {
      pattern: new RegExp(`\\b${before}${month}\\s+${day},?\\s+${year}\\b`, 'gi'),
      read: (found) => sure(iso(found[4] as string, found[2] as string, found[3] as string)) ?? nothing,
    },
    {
      pattern: new RegExp(`\\b${before}(\\d{1,2})/(\\d{1,2})/${year}\\b`, 'gi'),
      read: (found) => slashed(found[2] as string, found[3] as string, found[4] as string),
    },
    {
      pattern: new RegExp(`\\b${before}${month}\\s+${day}(?![\\d,]*\\d)\\b`, 'gi'),
      read: (found) => withoutYear(found[2] as string, found[3] as string),
    },
    {
      pattern: new RegExp(`\\b${before}${day}\\s+${month}(?=\\W|$)`, 'gi'),
      read: (found) => withoutYear(found[3] as string, found[2] as string),
    },
    ...relative.map(
      (pattern): Form => ({ pattern: new RegExp(`\\b()${pattern}`, 'gi'), read: () => fromNoDay }),
    ),
    {
      pattern: new RegExp(
        `\\b()(?:in\\s+)?(?:the\\s+)?(?:(first|second|third|fourth|last|final|1st|2nd|3rd|4th)\\s+(?:fiscal\\s+)?(quarter|half)|([QH])([1-4]))\\s+(?:of\\s+)?(?:the\\s+)?(?:(fiscal|FY)\\s*|calendar\\s+)?(?:year\\s+)?(?:${year}|'?(\\d{2}))\\b`,
        'gi',
      ),
      read: () => nothing,
    },
    { pattern: new RegExp(`\\b()${years}`, 'gi'), read: () => nothing },
    {
      pattern: new RegExp(`\\b${before}${month},?\\s+(?:of\\s+)?${year}\\b`, 'gi'),
      read: (found) => wholeMonth(found[3] as string, found[2] as string, found[1]),
    },
    {
      pattern: new RegExp(
        `\\b(?:(in|during|for|by|of|since|after|before|until|early|late|mid|from|to|(?:the\\s+)?end\\s+of)[\\s-]+)?(?:the\\s+)?(?:fiscal(?:\\s+year)?|FY)[\\s-]*(?:${year}|'?(\\d{2}))\\b`,
        'gi',
      ),
      read: (found) => fiscalYear(found[2] ?? `20${found[3]}`, found[1]),
    },
    {
      pattern: new RegExp(
        `\\b(?:(in|during|for|by|of|since|after|before|until|early|late|mid|from|to|(?:the\\s+)?end\\s+of)[\\s-]+)?(?:the\\s+)?(?:calendar\\s+(?:year\\s+)?|year\\s+)${year}\\b`,
        'gi',
      ),
      read: (found) => ({
        ...wholeYear(found[2] as string, found[1]),
        ...(/^(?:in|during|for|of)?$/i.test(found[1] ?? '') ? { whole: found[2] as string } : {}),
      }),
    },
    {
      pattern: new RegExp(
        `\\b(?:(in|during|by|of|since|after|before|until|early|late|mid|from|to|(?:the\\s+)?end\\s+of)[\\s-]+)${year}\\b${notCounted}`,
        'gi',
      ),
      read: (found) => wholeYear(found[2] as string, found[1]),
    },
    {
      // "The 2024 total": a year, fiscal or not; "2024 agreements" is a number.
      pattern: new RegExp(`(?<![\\w.,$-])()${year}\\b${notCounted}(?![\\w-])`, 'gi'),
      read: (found) => ({ ...nothing, choices: [`${found[2]}-01-01`, `${found[2]}-12-31`] }),
    },
  ];
}

/** Behind a number that counts something, and is no year. */
const notCounted =
  '(?!,\\d|\\.\\d|\\s*(?:%|percent|times|agenc|agree|state|depart|million|billion|search|row|record|entr|contract(?!s? (?:total|spend|obligat))|award|order|vendor|compan|firm|action|officer|deput|vehicle|jurisd|sheriff|police|local|law\\b|different|distinct|separate|participating|pending|partner|organi|network|new\\b|jail|warrant|task|contractors?|of\\s+(?:the|them|these|those)\\b))';

const fromNoDay: ReadDate = { day: null, open: 'relative', choices: [] };
const nothing: ReadDate = { day: null, open: 'day', choices: [] };

/**
 * The days that a sentence names, in order: "26 January 2026", "January 26, 2026", "Jan. 26", ISO, "1/26/2026", "the
 * end of January 2026"; "before" a day is the day before it. A day without a year is taken where `known` (dates of the
 * lists at hand, ascending) leaves one year for it, else it is open, as a month or year without a day is.
 */
export function findDates(sentence: string, known: readonly string[]): FoundDate[] {
  const found: FoundDate[] = [];
  for (const form of forms(known)) {
    for (const match of sentence.matchAll(form.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const word = (match[1] ?? '').toLowerCase().trim();
      const date = form.read(match as RegExpExecArray);
      // "As of May 2026" is a day of it, which is asked for.
      const upTo = /\bas\s+(?:of\s+)?(?:the\s+)?$/i.test(sentence.slice(0, start));
      const whole = upTo
        ? null
        : (date.whole ??
          (date.open === 'day' &&
          /\b(?:in|during|of|for|throughout)\s*$/i.test(`${sentence.slice(0, start)} ${word}`)
            ? wholeOf(date.choices)
            : null));
      const earlier = /^(before|prior)/.test(word) && date.day !== null;
      found.push({
        start,
        end,
        text: match[0],
        ...date,
        whole,
        day: earlier ? dayBefore(date.day as string) : date.day,
        begins: /^(since|after)$/.test(word),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** `2026-01` of the first and last day of a month, `2026` of those of a year. */
function wholeOf([first, last]: readonly string[]): string | null {
  if (first === undefined || last === undefined) return null;
  return first.slice(0, 7) === last.slice(0, 7) ? first.slice(0, 7) : first.slice(0, 4);
}

function iso(yearText: string, monthText: string, dayText: string): string | null {
  const index = months.findIndex((name) =>
    name.startsWith(monthText.toLowerCase().replace('.', '').slice(0, 3)),
  );
  return valid(`${yearText}-${String(index + 1).padStart(2, '0')}-${dayText.padStart(2, '0')}`);
}

function valid(text: string): string | null {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

/** Month before day as in the United States; open where both could be the month. */
function slashed(first: string, second: string, yearText: string): ReadDate {
  const both = [
    valid(`${yearText}-${first.padStart(2, '0')}-${second.padStart(2, '0')}`),
    valid(`${yearText}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`),
  ];
  const choices = [...new Set(both.filter((one) => one !== null))];
  return choices.length === 1
    ? { day: choices[0] as string, open: null, choices: [] }
    : { day: null, open: 'order', choices };
}

function wholeMonth(yearText: string, monthText: string, word: string | undefined): ReadDate {
  const first = iso(yearText, monthText, '1') as string;
  const last = dayBefore(nextMonth(first));
  if (/end/i.test(word ?? '')) return { day: last, open: null, choices: [] };
  if (/before|prior/i.test(word ?? '')) return { day: first, open: null, choices: [] };
  return { day: null, open: 'day', choices: [first, last] };
}

function wholeYear(yearText: string, word: string | undefined): ReadDate {
  if (/end/i.test(word ?? '')) return { day: `${yearText}-12-31`, open: null, choices: [] };
  if (/before/i.test(word ?? '')) return { day: `${yearText}-01-01`, open: null, choices: [] };
  return { day: null, open: 'day', choices: [`${yearText}-01-01`, `${yearText}-12-31`] };
}

/** From October to September, named for the year in which it ends. */
function fiscalYear(yearText: string, word: string | undefined): ReadDate {
  const first = `${Number(yearText) - 1}-10-01`;
  const last = `${yearText}-09-30`;
  if (/end/i.test(word ?? '')) return { day: last, open: null, choices: [] };
  if (/before/i.test(word ?? '')) return { day: first, open: null, choices: [] };
  const whole = word === undefined || /^(?:in|during|for|of)$/i.test(word);
  return { day: null, open: 'day', choices: [first, last], ...(whole ? { whole: `FY${yearText}` } : {}) };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function nextMonth(first: string): string {
  const [yearText, monthText] = first.split('-') as [string, string];
  return monthText === '12'
    ? `${Number(yearText) + 1}-01-01`
    : `${yearText}-${String(Number(monthText) + 1).padStart(2, '0')}-01`;
}
