import { unitName } from '../figures/answer.ts';
import { type Figure, type Reading, withReadings } from '../figures/figure.ts';
import type { Say } from '../language/say-with.ts';
import { rational } from './rational.ts';
import { mannerOf } from './say.ts';
import { readingWords } from './search.ts';
import { parseStated, type Stated } from './stated.ts';
import type { NumberFound, RangeFound, ReadingFound, Search, Verdict } from './verdict.ts';
import { verdictWords } from './verdict-words.ts';

/** A verdict with its words in another language: the same values, told anew. `figure` has its words in that language. */
export function retell(verdict: Verdict, figure: Figure | undefined, say: Say): Verdict {
  const why = verdict.why === null ? null : reasonIn(verdict.why, say);
  if (!figure || verdict.numbers.length === 0) {
    const told = { ...verdict, why };
    return { ...told, says: verdictWords(told, undefined, say) };
  }
  const numbers = verdict.numbers.map((number) => numberIn(verdict, number, figure, say));
  const told = {
    ...verdict,
    why,
    numbers,
    search: verdict.search && searchIn(verdict, verdict.search, figure, say),
    range: verdict.range && rangeIn(verdict, verdict.range, figure, say),
  };
  return { ...told, says: verdictWords(told, figure, say) };
}

/** Why there is no verdict: a fixed sentence, and mostly the claim's own words on what would settle it. */
function reasonIn(why: string, say: Say): string {
  const [reason = '', settled] = why.split('; it would be settled by: ');
  return settled === undefined ? say(reason) : say`${say(reason)}; it would be settled by: ${settled}`;
}

function showIn(verdict: Verdict, figure: Figure, stated: string, say: Say) {
  const manner = mannerOf(verdict.claim, figure, parseStated(stated) as Stated, say);
  return {
    show: (value: string | null) => manner.show(value === null ? null : rational(value)),
    distance: (value: string) => manner.distance(rational(value)),
  };
}

function numberIn(verdict: Verdict, number: NumberFound, figure: Figure, say: Say): NumberFound {
  return { ...number, shown: showIn(verdict, figure, number.stated, say).show(number.value) };
}

function rangeIn(verdict: Verdict, range: RangeFound, figure: Figure, say: Say): RangeFound {
  const { show } = showIn(verdict, figure, verdict.numbers[0]?.stated ?? '', say);
  const says = new Map(figure.readings.map((reading) => [reading.id, reading.says]));
  return {
    ...range,
    shown: range.low === range.high ? show(range.low) : say`${show(range.low)} to ${show(range.high)}`,
    readings: range.readings.map((text) => says.get(text) ?? say(text)),
  };
}

function searchIn(verdict: Verdict, search: Search, figure: Figure, say: Say): Search {
  const all = (found: readonly ReadingFound[]) => found.map((one) => readingIn(verdict, one, figure, say));
  return {
    ...search,
    fits: all(search.fits),
    closest: all(search.closest),
    alternatives: all(search.alternatives),
  };
}

function readingIn(verdict: Verdict, found: ReadingFound, figure: Figure, say: Say): ReadingFound {
  const declared = found.readings.flatMap(({ id }): Reading[] =>
    figure.readings.filter((reading) => reading.id === id),
  );
  const changed = withReadings(figure, declared);
  return {
    ...found,
    readings: declared.map(({ id, says, why, class: kind }) => ({ id, says, why, class: kind })),
    unit: unitName(changed.unit),
    says: readingWords(declared, found.list, say),
    values: found.values.map((value, index) => {
      const { show, distance } = showIn(verdict, changed, verdict.numbers[index]?.stated ?? '', say);
      return {
        ...value,
        shown: show(value.value),
        off_shown: value.off === null ? null : distance(value.off),
      };
    }),
  };
}
