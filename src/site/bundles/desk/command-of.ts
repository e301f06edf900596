import type { Verdict } from '../../../claims/verdict.ts';
import type { Answers } from './judging.ts';
import { filtersOf } from './server.ts';

/** `counterfoil check` for the same sentence, bound in the same way. */
export function commandOf({ claim }: Verdict, { where = {}, whole = [] }: Partial<Answers>): string {
  const quoted = shellText(claim.sentence);
  const day = claim.change?.to ?? claim.as_of;
  return [
    `counterfoil check ${quoted}`,
    ...(claim.figure === undefined ? [] : [`--figure ${claim.figure}`]),
    ...(day === undefined ? [] : [`--as-of ${day}`]),
    ...(claim.change ? [`--from ${claim.change.from}`] : []),
    ...filtersOf(where).map((filter) => `--where ${shellText(filter)}`),
    ...whole.map((phrase) => `--whole ${shellText(phrase)}`),
    'FILE…',
  ].join(' ');
}

const shellText = (text: string) => (/^[\w=.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
