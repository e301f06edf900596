import { type Answer, editionNote } from '../../figures/answer.ts';
import { askedBy } from '../../figures/asked-by.ts';
import { type AskedPart, askedParts } from '../../figures/asked-parts.ts';
import { compile } from '../../figures/compile.ts';
import type { Figure } from '../../figures/figure.ts';
import { recount } from '../../figures/recount.ts';
import { concentrationOf } from '../../figures/recount-share.ts';
import { leavingEvidence } from '../../publication/leaving-rows.ts';
import type { Site } from '../site.ts';
import { type HeldPart, readEvidence } from './evidence.ts';
import type { CheckedReceipt } from './receipts.ts';

/** A question about the whole of a figure. */
export const whole = { where: {}, by: [] };

/** A receipt to be made: of the whole of a figure, with what it was answered. */
export interface WholeReceipt {
  figure: Figure;
  day: string;
  /** Dimensions that its rows state. */
  by: readonly string[];
  answer: Answer;
}

/**
 * Receipts of the whole of figures, by the keys that they were asked under. The rows behind all of them are asked for once a
 * model. As they leave: rows of persons are one remainder (`leaving-rows.ts`).
 */
export async function wholeReceipts(
  site: Site,
  asked: ReadonlyMap<string, WholeReceipt>,
): Promise<Map<string, () => CheckedReceipt>> {
  const { bench, registry } = site;
  const receipts = [...asked].map(([key, { figure: given, by, ...one }]) => {
    const figure = askedBy(given, whole);
    const parts = one.answer.rows[0]?.value === null ? [] : askedParts(figure, whole, by);
    return { ...one, key, figure, parts };
  });
  const listed = leavingEvidence(bench, registry);
  const held = new Map<AskedPart, HeldPart>();
  for (const [model, parts] of Map.groupBy(
    receipts.flatMap((one) => one.parts),
    (part) => part.from,
  )) {
    const found = await readEvidence(bench, parts, await listed(model));
    for (const [index, part] of parts.entries()) held.set(part, found[index] as HeldPart);
  }
  return new Map(
    receipts.map(({ key, parts, ...one }) => [
      key,
      checked(
        site,
        one,
        parts.map((part) => held.get(part) as HeldPart),
      ),
    ]),
  );
}

/** Puts a receipt together when its pages ask, and counts its rows again when they do so first. */
function checked(
  { bench, version }: Site,
  { figure, day, answer }: Omit<WholeReceipt, 'by'>,
  held: readonly HeldPart[],
): () => CheckedReceipt {
  const { form } = figure;
  const recounts: (string | number | null)[] = [];
  const used = new Set([
    ...answer.editions.map((note) => note.edition),
    ...held.flatMap((part) => part.editions),
  ]);
  const head = {
    id: figure.id,
    title: figure.title,
    definition: figure.definition,
    sql: compile(figure, whole, bench.relations),
    query: whole,
    answer,
    editions: bench.editions.filter((edition) => used.has(edition.edition)).map(editionNote),
    program: `counterfoil ${version}`,
    day,
  };
  return () => ({
    ...head,
    parts: held.map(({ rows: read, editions, ...part }, index) => {
      const rows = read();
      recounts[index] ??=
        form.form === 'concentration'
          ? (concentrationOf(form, rows)?.value ?? null)
          : recount({ ...part, rows });
      return { ...part, rows, recount: recounts[index] };
    }),
  });
}
