/** A word or two beside a printed number that says how it is meant. */
export interface Hedge {
  name: string;
  words: readonly string[];
  /**
   * `rounds`: the value is the number, rounded. `falls-short`: below the number, by less than half a unit of rounding;
   * `exceeds`: above it, by as little.
   * `above` and `below` leave the number itself out; `at-least` and `at-most` do not.
   */
  compares: 'rounds' | 'falls-short' | 'exceeds' | 'above' | 'at-least' | 'below' | 'at-most';
  /** Whether the number is rounded to its last digit that is not zero. */
  coarse: boolean;
  says: string;
}

/** "Just over 1,300" is not 1,700: before "over" and "under". */
const just = ['just', 'slightly', 'barely', 'a little', 'a bit'];

/** Verbs that say that a number was gone beyond: "obligations topped $3 billion". */
const passing = [
  ...['exceed', 'exceeds', 'exceeded', 'exceeding', 'surpass', 'surpasses', 'surpassed', 'surpassing'],
  ...['topped', 'tops', 'topping', 'passed', 'crossed', 'eclipsed'],
];

/** Every hedge that is understood, and what it asks of the value. */
export const hedges: readonly Hedge[] = [
  {
    name: 'about',
    words: [
      ...['about', 'around', 'roughly', 'approximately', 'some', 'an estimated', 'estimated', 'circa', '~'],
      ...[
        'in the region of',
        'in the neighborhood of',
        'or so',
        'or thereabouts',
        'more or less',
        'give or take',
      ],
    ],
    compares: 'rounds',
    coarse: true,
    says: 'the number after rounding to its last digit that is not zero',
  },
  {
    name: 'nearly',
    words: [
      ...['nearly', 'almost', 'close to', 'approaching', 'nearing', 'shy of', 'short of'],
      ...just.flatMap((little) =>
        ['under', 'below', 'less than', 'fewer than'].map((than) => `${little} ${than}`),
      ),
      ...['just shy of', 'just short of'],
    ],
    compares: 'falls-short',
    coarse: true,
    says: 'below the number, and nearer to it than half a unit of its last digit that is not zero',
  },
  {
    name: 'just over',
    words: just.flatMap((little) => ['over', 'above', 'more than'].map((than) => `${little} ${than}`)),
    compares: 'exceeds',
    coarse: true,
    says: 'above the number, and nearer to it than half a unit of its last digit that is not zero',
  },
  {
    name: 'more than',
    words: [
      ...[
        'more than',
        'over',
        'above',
        'upwards of',
        'upward of',
        'north of',
        'in excess of',
        'greater than',
      ],
      ...['higher than', 'larger than', 'better than'],
      ...passing.flatMap((verb) => [verb, `${verb} the`]),
    ],
    compares: 'above',
    coarse: false,
    says: 'above the number',
  },
  {
    name: 'at least',
    words: [
      ...['at least', 'no fewer than', 'no less than', 'not fewer than', 'not less than', 'a minimum of'],
      ...['or more', 'or higher', 'or greater', 'or above'],
    ],
    compares: 'at-least',
    coarse: false,
    says: 'the number or above',
  },
  {
    name: 'fewer than',
    words: ['fewer than', 'less than', 'under', 'below', 'lower than', 'smaller than', 'south of'],
    compares: 'below',
    coarse: false,
    says: 'below the number',
  },
  {
    name: 'at most',
    words: [
      ...['at most', 'no more than', 'not more than', 'not over', 'not above', 'a maximum of'],
      ...['or fewer', 'or less', 'or lower', 'or under'],
    ],
    compares: 'at-most',
    coarse: false,
    says: 'the number or below',
  },
  {
    // It names the largest amount there can be, so a much smaller amount does not make the sentence right.
    name: 'up to',
    words: ['up to', 'as much as', 'as many as'],
    compares: 'rounds',
    coarse: false,
    says: 'the number itself, as rounded in print: it names the largest amount',
  },
  {
    name: 'exactly',
    words: ['exactly', 'precisely'],
    compares: 'rounds',
    coarse: false,
    says: 'the number itself, as rounded in print',
  },
];

/** A pattern for any hedge, the longer ones first. */
export const hedgePattern = hedges
  .flatMap((hedge) => hedge.words)
  .sort((a, b) => b.length - a.length)
  .map((word) => word.replaceAll(' ', '\\s+'))
  .join('|');

/** Hedges that begin with a "not" of their own. */
export const notHedgePattern = hedges
  .flatMap((hedge) => hedge.words)
  .filter((word) => word.startsWith('not '))
  .map((word) => word.replaceAll(' ', '\\s+'))
  .join('|');

/** The hedge that a word stands for; throws where there is none (a fault of ours: the pattern gives only these). */
export function hedgeCalled(word: string): Hedge {
  const plain = word.toLowerCase().replace(/\s+/g, ' ');
  const found = hedges.find((hedge) => hedge.words.includes(plain));
  if (!found) throw new Error(`not a hedge: ${plain}`);
  return found;
}
