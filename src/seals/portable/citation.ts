import type { SealDocument, SealedEdition } from './document.ts';

/** A citation in three forms: file -> text. Made from the seal's content alone, so that a verifier makes it again. */
export function citations(document: SealDocument, editions: readonly SealedEdition[]): Map<string, string> {
  const used = editions.filter((edition) =>
    document.measures.some((measure) => measure.editions.includes(edition.edition)),
  );
  const day =
    document.measures
      .map((measure) => measure.as_of)
      .sort()
      .at(-1) ?? '';
  const publishers = [...new Set(used.map((edition) => edition.publisher))];
  const files = used.map((edition) => `${edition.name} (as of ${edition.as_of}, SHA-256 ${edition.sha256})`);
  const id = `counterfoil-${document.subject.kind}-${document.subject.id}-${day}`.replace(
    /[^A-Za-z0-9-]+/g,
    '-',
  );
  const note = `${document.statement} Counted by ${document.program} from: ${files.join('; ')}.`;
  const { title, program, address } = document;
  return citationForms({ id, title, publishers, day, program, note, address });
}

/** What a citation is made of. */
export interface Cited {
  id: string;
  title: string;
  publishers: readonly string[];
  /** ISO date. */
  day: string;
  program: string;
  note: string;
  address: string | undefined;
  /** `as of` where absent: what the day is, in words. */
  dated?: string;
}

/** A citation as text, BibTeX and CSL-JSON: file -> text. */
export function citationForms(cited: Cited): Map<string, string> {
  const { id, title, publishers, day, program, note, address, dated = 'as of' } = cited;
  const [year = '', month = '', date = ''] = day.split('-');
  const csl = [
    {
      id,
      type: 'dataset',
      title,
      publisher: publishers.join('; '),
      issued: { 'date-parts': [[Number(year), Number(month), Number(date)]] },
      version: program,
      ...(address === undefined ? {} : { URL: address }),
      note,
    },
  ];
  const bib = [
    `@misc{${id},`,
    `  title = {${bibText(title)}},`,
    `  author = {${publishers.map((name) => `{${bibText(name)}}`).join(' and ')}},`,
    `  year = {${year}},`,
    `  month = {${Number(month)}},`,
    ...(address === undefined ? [] : [`  howpublished = {\\url{${address}}},`]),
    `  note = {${bibText(note)}}`,
    '}',
  ];
  return new Map([
    [
      'citation.txt',
      `${publishers.join('; ')}. “${title}”, ${dated} ${day}. ${note}${address === undefined ? '' : ` ${address}`}\n`,
    ],
    ['citation.bib', `${bib.join('\n')}\n`],
    ['citation.json', `${JSON.stringify(csl, null, 1)}\n`],
  ]);
}

/** Characters that BibTeX gives a meaning, written so that they have none. */
function bibText(text: string): string {
  const named: Record<string, string> = {
    '\\': '\\textbackslash{}',
    '~': '\\textasciitilde{}',
    '^': '\\textasciicircum{}',
  };
  return text.replace(/[\\{}$&#^_%~]/g, (character) => named[character] ?? `\\${character}`);
}
