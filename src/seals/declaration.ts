import { compile } from '../figures/compile.ts';
import type { Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/kind.ts';
import { createRelations } from '../figures/model.ts';
import type { ReleasePlan } from '../figures/release.ts';
import { canonicalJson, type Json } from '../project/canonical.ts';
import { closedFigures } from '../publication/released-verdicts.ts';
import type { OpenSeal, SealedFigure } from './portable/document.ts';
import type { Problem } from './portable/open.ts';
import type { ReleasedDocument, SealedTable } from './portable/released/document.ts';

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

/** What a table of a release plan is, as a seal holds it. */
export function sealedTable(
  plan: Pick<ReleasePlan, 'tables' | 'month' | 'overlap'>,
  id: string,
): Omit<SealedTable, 'cells' | 'hidden' | 'file'> | null {
  const table = plan.tables.find((one) => one.id === id);
  if (!table) return null;
  const { title, by } = table;
  const time = by.includes(plan.month) ? 'month' : 'year';
  const overlap = plan.overlap && by.includes(plan.overlap.dimension) ? plan.overlap.dimension : null;
  return { id, title, by, time, overlap };
}

/** What in a seal of released cells is not what this program has under that name. */
export function releasedProblems(document: ReleasedDocument, registry: Registry): Problem[] {
  const { id } = document.figure;
  const closed = closedFigures(registry).find(({ figure }) => figure.id === id);
  const plan = registry.kinds.find((kind) => kind.figures.some((figure) => figure.id === id))?.release;
  const say = (says: string): Problem[] => [{ code: 'definition', says }];
  if (!closed || !plan) return say(`this version of the program has no released figure ${id}`);
  const same = (a: unknown, b: unknown) => canonicalJson(a as Json) === canonicalJson(b as Json);
  if (!same(sealedFigure(closed.figure), document.figure) || !same(closed.fixed, document.counts))
    return say(`the definition of ${id} is not the one of this version of the program`);
  return document.tables.flatMap(({ cells: _cells, hidden: _hidden, file: _file, ...table }) =>
    same(sealedTable(plan, table.id), table)
      ? []
      : say(`“${table.title}” is no table that this version of the program releases`),
  );
}
