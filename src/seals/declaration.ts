import { compile } from '../figures/compile.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import { createRelations } from '../figures/model.ts';
import { canonicalJson, type Json } from '../project/canonical.ts';
import type { OpenSeal, SealedFigure } from './portable/document.ts';
import type { Problem } from './portable/open.ts';

/** A figure's declaration as a seal holds it. */
export function sealedFigure(figure: Figure): SealedFigure {
  const { id, title, definition, unit, form, from, caveats, sources } = figure;
  return {
    id,
    title,
    definition,
    unit,
    form: form as unknown as SealedFigure['form'],
    from,
    where: figure.where ?? null,
    defaults: figure.defaults ?? {},
    caveats,
    sources,
  };
}

/** What in a seal's declaration and SQL is not what this program has under that name. */
export function declarationProblems(
  seal: OpenSeal,
  files: ReadonlyMap<string, Uint8Array>,
  registry: Registry,
): Problem[] {
  const { document } = seal;
  const figure = registry.figure(document.figure.id);
  if (!figure)
    return [{ code: 'definition', says: `this version of the program has no figure ${document.figure.id}` }];
  const own = canonicalJson(sealedFigure(figure) as unknown as Json);
  if (own !== canonicalJson(document.figure as unknown as Json)) {
    return [
      {
        code: 'definition',
        says: `the definition of ${figure.id} is not the one of this version of the program`,
      },
    ];
  }
  const relations = createRelations(registry.models, registry.shapes);
  return document.measures.flatMap((measure) => {
    const sql = `${compile(figure, { ...measure.query, by: [] }, relations)}\n`;
    const same = sql === new TextDecoder().decode(files.get(measure.sql));
    return same ? [] : [{ code: 'sql', says: `${measure.sql} is not what this version of the program asks` }];
  });
}
