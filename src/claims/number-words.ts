const small = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** `one` to `ninety-nine` as numbers. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...small.map((word, index) => [word, index] as const).filter(([, value]) => value > 0),
  ...tens.flatMap((word, index) => [
    [word, (index + 2) * 10] as const,
    ...small.slice(1, 10).map((unit, digit) => [`${word}-${unit}`, (index + 2) * 10 + digit + 1] as const),
  ]),
]);

const belowHundred = `(?:${[...numberWords.keys()]
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll('-', '[\\s-]')})`;
const article = '(?<!\\b(?:half|of)\\s+)a';
const hundreds = `(?:${belowHundred}|${article})[\\s-]+hundred(?:[\\s-]+(?:and\\s+)?${belowHundred})?`;
const thousands = `(?:${hundreds}|${belowHundred}|${article})[\\s-]+thousand(?:,?\\s+(?:and\\s+)?${hundreds}|\\s+(?:and\\s+)?${belowHundred})`;

/** "A dozen", "three dozen"; not "dozens" alone, nor "several dozen". */
const dozens = `(?:half\\s+a|${belowHundred}|${article})[\\s-]+dozens?\\b`;

/**
 * A pattern for a whole number in words below a million, the longer ones first: "one hundred and fifty-one", "a hundred",
 * and "a" before a word that multiplies. Not "half a million".
 */
export const numberWordPattern = `${thousands}|${dozens}|${hundreds}|${belowHundred}|${article}(?=[\\s-]+(?:thousand|million|billion|trillion)\\b)`;

/** The number that words of the pattern stand for; undefined where they are not all number words. */
export function numberFromWords(text: string): number | undefined {
  const words = text.toLowerCase().split(/[\s,]+|-(?=hundred|thousand|dozen)|(?<=hundred|thousand)-/);
  let [sum, part] = [0, 0];
  for (const word of words) {
    const value = word === 'a' ? 1 : numberWords.get(word);
    if (word === 'half') continue;
    if (value !== undefined) part += value;
    else if (word === 'hundred') part *= 100;
    else if (word === 'dozen' || word === 'dozens') part *= words[0] === 'half' ? 6 : 12;
    else if (word === 'thousand') [sum, part] = [sum + part * 1000, 0];
    else if (word !== 'and') return undefined;
  }
  return sum + part;
}

/** Words that multiply a number; a number with one is rounded to its last digit. */
const scaleWords: Readonly<Record<string, string>> = {
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  trillion: '1000000000000',
};

/** The same as marks behind digits: "$6.8bn", "$6.8B". A single letter is one behind dollars alone: "5 m" may be a length. */
const scaleMarks: Readonly<Record<string, string>> = {
  k: '1000',
  m: '1000000',
  mn: '1000000',
  b: '1000000000',
  bn: '1000000000',
  t: '1000000000000',
  tn: '1000000000000',
};

const words = Object.keys(scaleWords).join('|');

/** A scale behind a number: a word, or a mark. */
export const scalePattern = `(?:[\\s-]+(?:${words})\\b|(?<=\\d\\s?)(?:mn|bn|tn)\\b|(?<=\\$\\s?[\\d,.]*\\d\\s?)[kmbt]\\b)`;

/** What a scale multiplies by; 1 for none. */
export function scaleOf(text: string | undefined): string {
  const name = text?.replace(/^[\s-]+/, '').toLowerCase() ?? '';
  return scaleWords[name] ?? scaleMarks[name] ?? '1';
}
