import { desk as deskMessages } from '../../language/spanish/desk.ts';
import { verdicts } from '../../language/spanish/verdicts.ts';
import { short } from '../paths.ts';
import type { Site } from '../site.ts';
import type { DeskFile } from './shape.ts';

/** What a sentence is bound by. */
export const deskPath = 'desk/desk.js';

/** The values of one figure. */
export const deskValuesPath = (figure: string) => `desk/values/${short(figure)}.js`;

/** What the records call vendors and purposes. */
export const deskNamesPath = 'desk/names.js';

/** The parts of one figure by one dimension. */
export const deskPartsPath = (figure: string, dimension: string) =>
  `desk/values/${short(figure)}.${dimension}.js`;

/** The files of the claims desk: each hands its data to a function, so that they are read from a folder on disk too. */
export function deskFiles(site: Site): [string, () => string][] {
  const { desk, values, parts, names } = site.desk;
  const file: DeskFile = {
    ...desk,
    messages: site.lang === 'es' ? { ...verdicts, ...deskMessages } : null,
    released: site.searches?.release.tables ?? [],
  };
  return [
    [deskPath, () => `counterfoilDesk(${JSON.stringify(file)});\n`],
    ...[...values].map(([id, one]): [string, () => string] => [
      deskValuesPath(id),
      () => `counterfoilValues(${JSON.stringify({ figure: id, ...one })});\n`,
    ]),
    ...parts.map((one): [string, () => string] => [
      deskPartsPath(one.figure, one.dimension),
      () => `counterfoilParts(${JSON.stringify(one)});\n`,
    ]),
    [deskNamesPath, () => `counterfoilNames(${JSON.stringify(names)});\n`],
  ];
}
