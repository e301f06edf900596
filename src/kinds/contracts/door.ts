import { sqlList, sqlText } from '../../engine/sql-text.ts';

/**
 * What the door of this kind lets through, as SQL over one cell. It runs on the embedded engine alone, where files are
 * read. Each errs to the side of withholding.
 */

/** The label under which natural persons and sole proprietors are counted together. */
export const remainder = 'individuals and sole proprietors';

/** Words that the name of an organisation holds and the name of a person does not. Whole words, upper case. */
const organisationWords = [
  'INC|INCORPORATED|LLC|L\\.?L\\.?C|L\\.?L\\.?P|LLLP|LLP|LP|L\\.P|PLLC|PLC|CORP|CORPORATION|CO|COMPANY|COMPANIES|LTD|LIMITED|P\\.C|PC|GMBH|AG|S\\.A|C\\.V|R\\.L|SRL|PTY|BANCORP|HOLDINGS?',
  'UNIVERSITY|UNIVERSIDAD|COLLEGES?|SCHOOLS?|ACADEMY|INSTITUTES?|FOUNDATION|ASSOCIATION|ASSOCIATES|SOCIETY|COUNCIL|COMMISSION|COMMITTEE|LEAGUE|CLUB|DIOCESE|MINISTRIES|CHARITIES|UNION|TRUST|FUND|AUTHORITY|COUNTY|CITY|TOWN|TOWNSHIP|VILLAGE|BOROUGH|STATE|STATES|COMMONWEALTH|FEDERAL|NATIONAL|DEPARTMENT|DEPT|BUREAU|AGENCY|ADMINISTRATION|GOVERNMENT|EMBASSY|DISTRICT|NATION|TRIBE|TRIBAL|SHERIFFS?|POLICE|HOSPITALS?|CLINICS?|MEDICAL|HEALTHCARE|HEALTH|CENTERS?|CENTRE|LABORATOR(?:Y|IES)|LABS?',
  'SERVICES?|SERVICE|GROUP|SOLUTIONS?|SYSTEMS?|TECHNOLOG(?:Y|IES)|INDUSTRIES|ENTERPRISES?|INTERNATIONAL|GLOBAL|AMERICAN?|AMERICAS?|WORLDWIDE|PARTNERS|PARTNERSHIP|VENTURES?|JV|CONSORTIUM|ALLIANCE|NETWORKS?|COMMUNICATIONS?|TELECOM|WIRELESS|SOFTWARE|DATA|DIGITAL|ELECTRONICS?|ENERGY|ENGINEERING|ENGINEERS|CONSTRUCTION|CONTRACTORS?|CONTRACTING|CONSULTING|CONSULTANTS|MANAGEMENT|LOGISTICS|TRANSPORT|TRANSPORTATION|AVIATION|AIRLINES|AIRWAYS|MARINE|SECURITY|PROTECTION|PROTECTIVE|DEFENSE|TACTICAL|CORRECTIONS?|DETENTION|PRODUCTS|SUPPLY|SUPPLIES|EQUIPMENT|MANUFACTURING|MOTORS|AUTOMOTIVE|AUTOMOTRIZ|AUTO|MARKETING|MEDIA|PUBLISHING|PRINTING|PRESS|HOTELS?|HOTELES|INN|SUITES|RESORT|RESTAURANTS?|CATERING|FOODS?|FARMS|PROPERTIES|REALTY|LEASING|RENTALS?|STORAGE|BANK|FINANCIAL|INSURANCE|RESEARCH|RESOURCES|ANALYTICS|SCIENCES?|SCIENTIFIC|PHARMACY|DENTAL|VETERINARY|KENNELS?|GUNS|ARMS|AMMUNITION|SHOOTING|RANGES?|JANITORIAL|CLEANING|LANDSCAPING|PLUMBING|ELECTRIC|ELECTRICAL|HVAC|ROOFING|PAVING|FENCE|DESIGNS?|ARCHITECTS|INTERPRETERS|INTERPRETING|TRANSLATIONS?|LANGUAGES?|REPORTING|STAFFING|PERSONNEL|TRAINING|LEARNING|EDUCATION|WORKFORCE|ORGANI[SZ]ATION|COOPERATIVE|IMAGING|PARCEL|NETCHANNELS|PARKING|COMMISSARY|EXCHANGE',
].join('|');

const fold = (cell: string) => `upper(@squash(${cell}))`;

/**
 * SQL: whether a recipient's name is, or may be, a person's: several words, none of them a word of organisations. A
 * name of one word, or with a digit in it, is taken for an organisation's. What follows `DBA` is not looked at.
 */
export function mayBePerson(name: string): string {
  const before = `regexp_replace(${fold(name)}, '\\b(DBA|D/B/A|T/A)\\b.*$', '')`;
  return `not (@matches(${before}, '(^|[^A-Z.])(${organisationWords})([^A-Z]|$)') or @matches(${before}, '[0-9]') or @matches(trim(${before}), '^[A-Z-]{3,}$'))`;
}

/** SQL: whether any of the cells says yes (`t`, `true`, `Y`, `yes`, `1`). */
export function anyTrue(cells: readonly string[]): string {
  return cells.length === 0
    ? 'false'
    : `(${cells.map((cell) => `coalesce(lower(${cell}) in ('t', 'true', 'y', 'yes', '1'), false)`).join(' or ')})`;
}

/** SQL: an identifier of a procurement instrument: letters, digits and a few signs, at least one digit, else null. */
export function identifier(cell: string): string {
  return `case when @matches(upper(trim(${cell})), '^[A-Z0-9][A-Z0-9./#& -]{0,49}$') and @matches(${cell}, '[0-9]') then upper(trim(${cell})) end`;
}

/** SQL: a code of at most `most` letters and digits, upper case, else null. */
export function code(cell: string, most: number): string {
  return `case when @matches(upper(trim(${cell})), '^[A-Z0-9-]{1,${most}}$') then upper(trim(${cell})) end`;
}

/** SQL: a code known by its list, looked for in the column named for it and, where codes and labels are swapped, in the label's. */
export function eitherCode(codeCell: string, labelCell: string, known: readonly string[]): string {
  const list = sqlList(known);
  return `case when upper(trim(${codeCell})) in ${list} then upper(trim(${codeCell})) when upper(trim(${labelCell})) in ${list} then upper(trim(${labelCell})) end`;
}

/** SQL: the label of a classification: capitals, figures and plain signs, at most 200, else null. */
export function label(cell: string): string {
  return `case when @matches(upper(@squash(${cell})), '^[A-Z0-9(][A-Z0-9 ,&:;/().''%+"-]{0,199}$') then upper(@squash(${cell})) end`;
}

/**
 * SQL: an amount in dollars and cents; null where it is not one. `$`, blanks and commas between groups of three are
 * read over; other commas are not ("1.000,00" is a thousand to whoever wrote it, and no dollar).
 */
export function amount(cell: string): string {
  const plain = `replace(trim(${cell}), '$', '')`;
  const whole = '([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4})';
  return `case when @matches(${plain}, '^-?${whole}([.][0-9]{0,2}0*)?$') then try_cast(replace(${plain}, ',', '') as decimal(18, 2)) end`;
}

/** How a layout writes dates. */
export type DateStyle = 'iso' | 'day-first';

/** The years that a contract record may speak of; outside of them a date is a slip. */
const inYears = (date: string) => `(year(${date}) between 1970 and 2100)`;

/** SQL: the date in a cell, whatever its year; null where it is none. */
export function anyDate(cell: string, style: DateStyle): string {
  if (style === 'iso') return `@date_of(substr(trim(${cell}), 1, 10), '%Y-%m-%d')`;
  const day = `split_part(trim(${cell}), ' ', 1)`;
  return `case when @matches(${day}, '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$') then cast(try_strptime(${day}, '%d/%m/%Y') as date)
    when @matches(${day}, '^[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}$') then cast(try_strptime(${day}, '%d/%m/%y') as date) end`;
}

/** SQL: the date in a cell, null where it is none or its year is outside reason. */
export function dateIn(cell: string, style: DateStyle): string {
  const date = anyDate(cell, style);
  return `case when ${inYears(date)} then ${date} end`;
}

/** SQL: the time in a cell as `2026-01-22 16:13:22`, a date alone as midnight. */
export function momentIn(cell: string, style: DateStyle): string {
  if (style === 'day-first')
    return `try_strptime(trim(${cell}), ['%d/%m/%y %H:%M', '%d/%m/%Y %H:%M', '%d/%m/%Y'])`;
  return `try_strptime(replace(substr(trim(${cell}), 1, 19), 'T', ' '), ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d'])`;
}

/** SQL: what became of a date's cell. */
export function dateState(cell: string, style: DateStyle): string {
  const date = anyDate(cell, style);
  return `case when @squash(${cell}) is null then 'empty' when ${date} is null then 'unreadable' when not ${inYears(date)} then 'outside reason' else 'present' end`;
}

/** SQL: what became of an amount's cell. */
export function amountState(cell: string): string {
  return `case when @squash(${cell}) is null then 'empty' when (${amount(cell)}) is null then 'unreadable' else 'present' end`;
}

/** SQL: a short name of a program's own for a text value of a closed list. */
export function oneOf(cell: string, values: Readonly<Record<string, string>>): string {
  const cases = Object.entries(values).map(([from, to]) => `when ${sqlText(from)} then ${sqlText(to)}`);
  return `case upper(trim(${cell})) ${cases.join(' ')} end`;
}
