import { states } from '../../reference/states.ts';
import { isAccount, isPlace } from './account-form.ts';

const codes = states.map((state) => state.code.toLowerCase());
const forms = ['pd', 'so', 'sd', 'sp', 'hp', 'dps', 'cso', 'upd', 'police', 'sheriff'];
const known = new Set([
  ...'audit network org organization search searches public log logs export flock insights alpr lpr vigilant part page pdf text layer csv xlsx txt zip ndjson january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec cameracount networkcount sheet own oneline split time extracted'.split(
    ' ',
  ),
]);

/**
 * What may be kept of the name of an audit log: dates and plain words for logs, and the organisation where the name
 * holds one in the form of an account (place, state, kind of agency). Everything else becomes `…`: names of people
 * and plates stand in names of files too.
 */
export function nameKept(name: string): string {
  const account = accountIn(name);
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0]?.toLowerCase() ?? '';
  const stem = ending === '' ? name : name.slice(0, -ending.length);
  const tokens = stem.match(/[A-Za-z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  const inside = account ? accountTokens(stem) : new Set<number>();
  let kept = '';
  for (const [index, token] of tokens.entries()) {
    // A digit that hangs on letters may be part of a plate or a badge.
    const hangs =
      /^\d/.test(token) &&
      [tokens[index - 1], tokens[index + 1]].some((next) => next !== undefined && /^[A-Za-z]/.test(next));
    const part = hangs ? '…' : keepToken(token, inside.has(index));
    kept += part === '…' && kept.endsWith('…') ? '' : part;
  }
  return `${kept}${/^\.(csv|xlsx|txt|zip|tsv|json|ndjson|pdf)$/.test(ending) ? ending : ''}`;
}

function keepToken(token: string, inAccount: boolean): string {
  if (/^\d+$/.test(token)) return isDatePart(token) ? token : '…';
  if (/^[A-Za-z]+$/.test(token)) return inAccount || known.has(token.toLowerCase()) ? token : '…';
  return /^[-_. ()]+$/.test(token) ? token : '…';
}

/** Days, months, years, and runs that are a date or an archive's stamp. */
function isDatePart(digits: string): boolean {
  if (digits.length <= 2) return true;
  return (
    /^20[0-4]\d$/.test(digits) ||
    /^20[0-4]\d[01]\d[0-3]\d([0-2]\d[0-5]\d[0-5]\d)?$/.test(digits) ||
    /^[01]\d[0-3]\d20[0-4]\d$/.test(digits)
  );
}

/** The label of the organisation that a name holds, `Bakersfield CA PD`, or null. */
export function holderOf(name: string): string | null {
  const account = accountIn(name);
  return account && labelOf(account);
}

interface Account {
  place: string[];
  code: string;
  form: string;
}

function labelOf({ place, code, form }: Account): string {
  const kind = form.length > 3 ? titled([form])[0] : form.toUpperCase();
  return [...titled(place), code.toUpperCase(), kind].join(' ');
}

const titled = (words: readonly string[]) =>
  words.map((word) => (word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word));

/**
 * A run of words that ends in a state's code and a kind of agency; words for logs and digits end the run before. The
 * whole run has to have the form of an account: names of people stand in names of files, in front of an organisation too.
 */
function accountIn(name: string): Account | null {
  const tokens = name.replace(/\.[a-z0-9]{1,5}$/i, '').match(/[A-Za-z]+|\d+/g) ?? [];
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const code = (tokens[at] as string).toLowerCase();
    const form = (tokens[at + 1] as string).toLowerCase();
    if (!codes.includes(code) || !forms.includes(form)) continue;
    const place: string[] = [];
    for (let back = at - 1; back >= 0; back -= 1) {
      const word = tokens[back] as string;
      if (/\d/.test(word) || known.has(word.toLowerCase())) break;
      place.unshift(word);
    }
    const account = { place, code, form };
    // A state's own agency has no place before it: `TX DPS`, and never a word such as "in".
    const stated = place.length > 0 || `${tokens[at]}${tokens[at + 1]}` === `${code}${form}`.toUpperCase();
    if (stated && isPlace(titled(place)) && isAccount(labelOf(account))) return account;
  }
  return null;
}

function accountTokens(stem: string): Set<number> {
  const account = accountIn(stem);
  const found = new Set<number>();
  if (!account) return found;
  const words = [...account.place, account.code, account.form].map((word) => word.toLowerCase());
  const tokens = stem.match(/[A-Za-z]+|\d+|[^A-Za-z\d]+/g) ?? [];
  const places = tokens.flatMap((token, index) => (/^[A-Za-z]+$/.test(token) ? [index] : []));
  for (let start = 0; start + words.length <= places.length; start += 1) {
    if (words.every((word, offset) => tokens[places[start + offset] as number]?.toLowerCase() === word)) {
      for (let offset = 0; offset < words.length; offset += 1) found.add(places[start + offset] as number);
      break;
    }
  }
  return found;
}
