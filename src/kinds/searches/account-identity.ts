import { sqlText } from '../../engine/sql-text.ts';
import { states } from '../../reference/states.ts';

/**
 * One account across its spellings, as portable SQL: the door makes keys of it and `search_labels` ids. Signs and case
 * are folded, what stands in brackets is left out, and where it is certain the kind of agency is written one way: a
 * state's police department, sheriff's office or department of public safety by place (`fennmoor ca pd`), the agencies
 * that a state has one of by code (`tx dps`). Everything else stays as it is written.
 */

const codes = states.map(({ code }) => code.toLowerCase()).join('|');
const names = states.map(({ name }) => name.toLowerCase()).join('|');

/** How a place's own agencies are written: each spelling stands for one of the three. */
const localKinds =
  "police department|police dept|police|pd|sheriff'?s? office|sheriff'?s? department|sheriff'?s? dept|sheriff'?s?|so|department of public safety|dept of public safety|public safety department|public safety dept|dps";

/** Agencies of which a state has one: as they are kept, and how they are written. */
const statewide: Readonly<Record<string, string>> = {
  dps: 'department of public safety|dept of public safety|dps',
  sp: 'state police|state patrol|sp',
  hp: 'state highway patrol|highway patrol|shp|hp|chp|fhp|mshp|uhp',
  dot: 'department of transportation|dept of transportation|dot',
  doc: 'department of corrections?|dept of corrections?|doc',
  dmv: 'department of motor vehicles|division of motor vehicles|dept of motor vehicles|dmv',
  ag: "office of the attorney general|attorney general's office|attorney generals office|attorney general|oag|ag",
  bi: 'state bureau of investigation|bureau of investigation|sbi|gbi|tbi|kbi',
  fdle: 'department of law enforcement|dept of law enforcement|fdle',
  sled: 'law enforcement division|sled',
  alea: 'law enforcement agency|alea',
};

/** The kinds of agency that only a state has, as they stand behind its code. */
export const statewideKinds = Object.keys(statewide);
const statewideWords = Object.values(statewide).join('|');

const matches = (text: string, pattern: string) => `@matches(${text}, ${sqlText(pattern)})`;
const extract = (text: string, pattern: string, group: number) =>
  `@extract(${text}, ${sqlText(pattern)}, ${group})`;

/** SQL: a label in lower case with single blanks, without its additions in brackets; a state's code there is kept. */
function plainText(label: string): string {
  const bare = `@replace(lower(${label}), ' *(\\((lr|[^()]{3,})\\)|\\[inactive\\])', '')`;
  // U.S. is US, and St.Paul is St Paul.
  const worded = `replace(replace(replace(${bare}, 'u.s.', 'us '), 'p.d.', 'pd '), ' & ', ' and ')`;
  const blanks = `translate(${worded}, ${sqlText('’-_.,()[]')}, ${sqlText("'        ")})`;
  return `@replace(@replace(${blanks}, ' +', ' '), '^ | $', '')`;
}

/** SQL: what stands before the words found in `account_text`. */
const before = (words: string) =>
  `substr(account_text, 1, length(account_text) - length(${words}) - 1 - coalesce(length(behind) + 1, 0))`;

/** A label in which nothing of this is found is no more than put in lower case. RE2, for the door. */
export const manySpelled = `[^A-Za-z ]|  |^ | $|\\b(police|sheriffs?|public safety)\\b|\\bco [a-z]{2} so$|\\b(pd|so|dps) [a-z]{2}$|^(${names}|${codes}) (${statewideWords})( [a-z]{2})?$`;

/** How each state is called, and its code. */
const spelled = states
  .map(({ code, name }) => `when ${sqlText(name.toLowerCase())} then ${sqlText(code.toLowerCase())}`)
  .join(' ');
const statewideKind = Object.entries(statewide)
  .map(([kind, words]) => `when ${matches('state_words', `^(${words})$`)} then ${sqlText(kind)}`)
  .join(' ');

/**
 * Stages of SQL that end in `account_key`, over a column `label`. Each expression stands once: an engine may work out for
 * every row what stands twice.
 *
 * @param patient SQL of whether there is more to fold than case
 */
export function identityStages(patient = 'true'): Readonly<Record<string, string>>[] {
  const state = `^(${names}|${codes}) (${statewideWords})( (${codes}))?$`;
  const local = `^(.+) (${localKinds})( (${codes}))?$`;
  const county = `^(.+) co (${codes})$`;
  return [
    { account_text: `case when ${patient} then ${plainText('label')} end` },
    { state_words: extract('account_text', state, 2), local_words: extract('account_text', local, 2) },
    {
      // What was found stands at the end, or before the two letters of a state.
      behind: `case when substr(account_text, length(account_text) - length(coalesce(state_words, local_words)) + 1) <> coalesce(state_words, local_words) then substr(account_text, length(account_text) - 1) end`,
    },
    {
      state_name: before('state_words'),
      local_place: before('local_words'),
    },
    {
      state_code: `case when state_words is not null then case state_name ${spelled} else state_name end end`,
      state_kind: `case ${statewideKind} end`,
      local_owner: `case when behind is null then local_place else local_place || ' ' || behind end`,
      // A federal account has its own words, and State Police that is no state's is left alone.
      local_kind: `case
        when local_words is null or ${matches('local_place', '^federal( |$)| state$')} then null
        when local_words = 'pd' or starts_with(local_words, 'police') then 'pd'
        when local_words = 'so' or starts_with(local_words, 'sheriff') then 'so'
        else 'dps'
      end`,
    },
    {
      county: `case when local_kind = 'so' then ${extract('local_owner', county, 1)} end`,
      county_code: `case when local_kind = 'so' then ${extract('local_owner', county, 2)} end`,
    },
    {
      account_key: `case
        when account_text is null then lower(label)
        when state_kind is not null and coalesce(behind, state_code) = state_code then state_code || ' ' || state_kind
        when county is not null then county || ' county ' || county_code || ' so'
        when local_kind is not null then local_owner || ' ' || local_kind
        else account_text
      end`,
    },
  ];
}

/** SQL: the rows of a relation with a column `label`, and with `account_key`. */
export function identified(relation: string): string {
  return identityStages().reduce((from, stage, index) => {
    const made = Object.entries(stage).map(([name, sql]) => `${sql} as ${name}`);
    return `(select stage_${index}.*, ${made.join(',\n    ')}\n  from ${from} as stage_${index})`;
  }, relation);
}

/** SQL: the id of the organisation that an account stands for. */
export const organisationSql = (accountKey: string) =>
  `@replace(@replace(${accountKey}, '[^a-z0-9]+', '-'), '^-|-$', '')`;
