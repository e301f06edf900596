import type { Verdict } from '../../../claims/verdict.ts';
import type { Asking } from './judging.ts';

/** Filters as `--where` takes them. */
export function filtersOf(where: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(where).flatMap(([name, values]) => values.map((value) => `${name}=${value}`));
}

/** Asks a server at the address of its `check`, which judges by the records as `counterfoil check` does. Throws where it does not answer. */
export function serverAt(address: string): Asking {
  return async (sentence, { asOf, from, chosen, where = {}, whole = [] }) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        text: sentence,
        ...(asOf === undefined ? {} : { as_of: asOf }),
        ...(from === undefined ? {} : { from }),
        ...(Object.keys(where).length === 0 ? {} : { where: filtersOf(where) }),
        ...(whole.length === 0 ? {} : { whole }),
        ...(Object.keys(chosen).length === 0 ? {} : { chosen }),
      }),
    });
    if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
    const { sentences } = (await answer.json()) as { sentences: { verdicts: Verdict[] }[] };
    return sentences.flatMap(({ verdicts }) => verdicts);
  };
}
