/** The sentences of a paragraph, in order, each with its place. Abbreviations such as "U.S." end no sentence. */
export function sentencesOf(paragraph: string): string[] {
  const parts = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)].map(
    ({ segment }) => segment,
  );
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    if (
      before !== undefined &&
      /\b(?:[A-Z]\.){1,3}\s*$|\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Mr|Ms|Dr|St|Inc|Co|Corp)\.\s*$/.test(
        before,
      )
    )
      joined[joined.length - 1] = before + part;
    else joined.push(part);
  }
  return joined.map((one) => one.trim().replace(/\s+/g, ' ')).filter((one) => one !== '');
}
