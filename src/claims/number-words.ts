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

/** A pattern for a number word, the longer ones first. */
export const numberWordPattern = [...numberWords.keys()].sort((a, b) => b.length - a.length).join('|');

/** Words that multiply a number; a number with one is rounded to its last digit. */
export const scaleWords: Readonly<Record<string, string>> = {
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  trillion: '1000000000000',
};
