import type { Claim, Where } from '../../../claims/claim.ts';

/** Who published the sentences, and when. */
export interface By {
  by: string;
  on: string;
}

/** Claims as a file for `claims/`, in the form of `schemas/claims.schema.json`. Texts are JSON strings, which YAML takes. */
export function claimsYaml(claims: readonly Claim[], { by, on }: By): string {
  const text = (value: string) => JSON.stringify(value);
  const filter = (where: Where) =>
    `{ ${Object.entries(where)
      .map(([name, values]) => `${name}: [${values.map(text).join(', ')}]`)
      .join(', ')} }`;
  const has = (where: Where) => Object.keys(where).length > 0;
  const ids = idsOf(claims);
  const entries = claims.map((claim, index) =>
    [
      `  - id: ${ids[index]}`,
      `    sentence: ${text(claim.sentence)}`,
      `    published: { by: ${text(by)}${on === '' ? '' : `, on: ${text(on)}`} }`,
      `    figure: ${claim.figure}`,
      ...(claim.as_of === undefined ? [] : [`    as_of: ${text(claim.as_of)}`]),
      ...(claim.change
        ? [
            `    change: { from: ${text(claim.change.from)}, to: ${text(claim.change.to)}, in: ${claim.change.in} }`,
          ]
        : []),
      ...(has(claim.where) ? [`    where: ${filter(claim.where)}`] : []),
      ...(claim.parts
        ? [
            '    parts:',
            ...claim.parts.map(
              (part) => `      - { where: ${filter(part.where)}, states: ${text(part.states)} }`,
            ),
          ]
        : [`    states: ${text(claim.states ?? '')}`]),
    ].join('\n'),
  );
  return `claims:\n${entries.join('\n\n')}\n`;
}

/** A short name for each: the first words of its sentence, told apart by numbers. */
function idsOf(claims: readonly Claim[]): string[] {
  const used = new Set<string>();
  return claims.map(({ sentence }) => {
    const words = sentence
      .normalize('NFD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .split('-')
      .filter((word) => word !== '')
      .slice(0, 6)
      .join('-')
      .slice(0, 60);
    const base = words === '' ? 'claim' : words;
    let id = base;
    for (let number = 2; used.has(id); number += 1) id = `${base}-${number}`;
    used.add(id);
    return id;
  });
}
