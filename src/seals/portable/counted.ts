import { add, divide, multiply, type Rational, rational, subtract, toText } from '../../claims/rational.ts';
import { intervalOf, parseStated, within } from '../../claims/stated.ts';
import type {
  OpenSeal,
  SealedClaim,
  SealedMeasure,
  SealedNumber,
  SealedPart,
  SealedRow,
} from './document.ts';
import type { Problem } from './open.ts';
import { recountPart, sameNumber, workOut } from './values.ts';

/** Counts everything again from the rows, and compares with what the seal says. */
export function checkCounts(seal: OpenSeal): Problem[] {
  const problems: Problem[] = [];
  const say = (code: string, says: string) => problems.push({ code, says });
  const { document } = seal;
  for (const [index, measure] of document.measures.entries()) {
    const name = `value ${index + 1}`;
    const expected = document.figure.form.form === 'ratio' ? 2 : 1;
    if (measure.parts.length !== expected)
      say('parts', `${name} has ${measure.parts.length} parts where its form has ${expected}`);
    for (const part of measure.parts) {
      const rows = seal.rows.get(part.file) ?? [];
      if (!fitsForm(document.figure.form, part, measure.parts.indexOf(part)))
        say('parts', `${name} counts by another form than its figure`);
      if (rows.length !== part.total)
        say('rows', `${part.file} has ${rows.length} rows, the seal says ${part.total}`);
      if (!remainderFits(part)) say('remainder', `the remainder of ${part.file} cannot be so`);
      if (new Set(rows.map((row) => JSON.stringify(row))).size !== rows.length)
        say('rows', `${part.file} has the same row twice`);
      for (const problem of rowProblems(seal, measure, rows)) say('rows', `${part.file}: ${problem}`);
      if (!sameNumber(recountPart(part, rows), part.value))
        say('recount', `${part.file} gives ${recountPart(part, rows)}, the seal says ${part.value}`);
    }
    const worked = worth(seal, measure);
    if (worked === null || !sameNumber(worked, measure.value)) {
      say('recount', `${name} is ${worked ?? 'nothing'} by the rows, the seal says ${measure.value}`);
    }
  }
  if (document.claim) problems.push(...checkClaim(seal, document.claim));
  else if (document.measures.length !== 1) say('parts', 'a sealed figure has one value');
  return problems;
}

/** The value of a measure by its rows, as text; null where they give none. */
export function worth(seal: OpenSeal, measure: SealedMeasure): string | null {
  const parts = measure.parts.map((part) => recountPart(part, seal.rows.get(part.file) ?? []));
  const rows = seal.rows.get(measure.parts[0]?.file ?? '') ?? [];
  return workOut(seal.document.figure, parts, rows)?.value ?? null;
}

/** What a remainder can be at all: of rows each adds one, of keys at most one. */
function remainderFits({ form, remainder }: SealedPart): boolean {
  if (!remainder) return true;
  const { rows, adds } = remainder;
  if (rows === 0) return false;
  if (form === 'count' || form === 'flow') return adds === String(rows);
  return form !== 'distinct' || (/^\d+$/.test(adds) && Number(adds) <= rows);
}

function fitsForm(
  form: { form: string; [key: string]: unknown },
  part: { form: string; once: boolean },
  index: number,
): boolean {
  if (form.form === 'concentration') return part.form === 'sum' && !part.once;
  const own =
    form.form === 'ratio'
      ? (
          form[index === 0 ? 'numerator' : 'denominator'] as
            | { form: { form: string; once?: unknown } }
            | undefined
        )?.form
      : form;
  return (
    own !== undefined &&
    part.form === own.form &&
    part.once === (own.form === 'sum' && own['once' as never] !== undefined)
  );
}

function* rowProblems(seal: OpenSeal, measure: SealedMeasure, rows: readonly SealedRow[]): Generator<string> {
  const editions = new Map(seal.editions.map((edition) => [edition.edition, edition]));
  const keys = Object.keys(rows[0]?.key ?? {}).join();
  const asked = { ...seal.document.figure.defaults, ...measure.query.where };
  for (const [index, row] of rows.entries()) {
    const edition = editions.get(row.edition);
    const where = `row ${index + 1}`;
    if (!edition) yield `${where} is from an edition that the seal does not list`;
    else if (edition.name !== row.file || edition.sheet !== row.sheet)
      yield `${where} names another file than its edition`;
    else if (row.row > edition.records) yield `${where} is behind the last record of its file`;
    else if (
      row.place !==
      (row.row === 0
        ? 'the file as a whole'
        : edition.sheet === null
          ? `record ${row.row}`
          : `row ${row.row + edition.header_rows}`)
    )
      yield `${where} names another place than its number`;
    if (Object.keys(row.key).join() !== keys) yield `${where} has other columns than the first`;
    for (const [name, values] of Object.entries(asked)) {
      const value = row.key[name];
      if (values.length > 0 && value !== undefined && !values.includes(String(value)))
        yield `${where} does not satisfy ${name}=${values.join('|')}`;
    }
  }
}

/** The numbers of a sentence against the values, with the rule of rounding and hedges that verdicts use. */
function checkClaim(seal: OpenSeal, claim: SealedClaim): Problem[] {
  const problems: Problem[] = [];
  const { document } = seal;
  if (claim.numbers.length === 0) return [{ code: 'claim', says: 'the claim has no number' }];
  const used = new Set(claim.numbers.flatMap((number) => number.measures));
  if (document.measures.some((_, index) => !used.has(index)))
    problems.push({ code: 'claim', says: 'a value in the seal belongs to no number of the sentence' });
  for (const number of claim.numbers) {
    const value = numberWorth(seal, claim, number);
    const stated = parseStated(number.stated);
    if (value === null || stated === null) {
      problems.push({ code: 'claim', says: `“${number.stated}” cannot be compared with the values` });
      continue;
    }
    if (!sameNumber(toText(value), number.value))
      problems.push({
        code: 'claim',
        says: `the value for “${number.stated}” is ${toText(value)}, the seal says ${number.value}`,
      });
    if (!claim.sentence.toLowerCase().includes(digitsOf(number.stated)))
      problems.push({ code: 'claim', says: `“${number.stated}” is not in the sentence` });
    const exact =
      document.figure.unit.kind === 'count' && (claim.change === null || claim.change.in === 'difference');
    if (within(value, intervalOf(stated, exact)) !== number.holds) {
      problems.push({
        code: 'verdict',
        says: `“${number.stated}” ${number.holds ? 'does not hold' : 'holds'} for ${toText(value)}; the seal says otherwise`,
      });
    }
  }
  if ((claim.verdict === 'holds') !== claim.numbers.every((number) => number.holds)) {
    problems.push({ code: 'verdict', says: 'the verdict does not follow from the numbers' });
  }
  return problems;
}

/** The number in a stated text, without what may be written otherwise in the sentence (signs, units, hedges). */
export function digitsOf(stated: string): string {
  return /\d[\d,.]*\d|\d/.exec(stated)?.[0] ?? '';
}

function numberWorth(seal: OpenSeal, claim: SealedClaim, number: SealedNumber): Rational | null {
  const { document } = seal;
  const ends = number.measures.map((index) => {
    const measure = document.measures[index];
    return measure && sameFilters(measure.query.where, number.where) ? exactWorth(seal, measure) : null;
  });
  if (ends.length !== (claim.change ? 2 : 1) || ends.includes(null)) return null;
  const [first, second] = ends as [Rational, Rational];
  if (!claim.change)
    return document.figure.unit.kind === 'share' && parseStated(number.stated)?.percent
      ? multiply(first, rational(100))
      : first;
  const days = number.measures.map((index) => document.measures[index]?.query.asOf);
  if (days[0] !== claim.change.from || days[1] !== claim.change.to) return null;
  if (claim.change.in === 'difference') return subtract(second, first);
  const ratio = divide(claim.change.in === 'times' ? second : subtract(second, first), first);
  return ratio && claim.change.in === 'percent' ? multiply(ratio, rational(100)) : ratio;
}

function exactWorth(seal: OpenSeal, measure: SealedMeasure): Rational | null {
  const parts = measure.parts.map((part) => recountPart(part, seal.rows.get(part.file) ?? []));
  const worked = workOut(seal.document.figure, parts, seal.rows.get(measure.parts[0]?.file ?? '') ?? []);
  if (worked === null) return null;
  if (worked.numerator === null || worked.denominator === null)
    return add(rational(worked.value), rational(0));
  return seal.document.figure.unit.kind === 'share'
    ? divide(rational(worked.numerator), rational(worked.denominator))
    : rational(worked.value);
}

function sameFilters(a: Record<string, readonly string[]>, b: Record<string, readonly string[]>): boolean {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.every((name) => JSON.stringify(a[name] ?? null) === JSON.stringify(b[name] ?? null));
}
