import type { ReadingFound, Verdict } from '../../../claims/verdict.ts';
import type { Say } from '../../../language/say-with.ts';
import { commandOf } from './command-of.ts';
import { make } from './elements.ts';
import type { Answers, Judged } from './judging.ts';

const shapes = { holds: '●', differs: '◆', 'not checkable': '□' } as const;

/** A verdict with its sentences, the readings that were tried, and the command that can try the rest. */
export function verdictView({ verdict, untried }: Judged, answers: Answers, say: Say): HTMLElement {
  const kind = verdict.verdict === 'not checkable' ? 'not-checkable' : verdict.verdict;
  const lines = verdict.says.map((line, index) =>
    make('p', {}, index === 0 ? withoutWord(line, say(verdict.verdict)) : line),
  );
  const parts: Node[] = [
    make(
      'p',
      { class: `verdict ${kind}` },
      make('span', { 'aria-hidden': 'true' }, shapes[verdict.verdict]),
      ' ',
      make('b', {}, say(verdict.verdict)),
    ),
    ...lines,
    ...readings(verdict, say),
  ];
  if (untried > 0)
    parts.push(
      make(
        'p',
        { class: 'note' },
        untried === 1
          ? say`1 other reading could not be tried here: its values are not published.`
          : say`${untried} other readings could not be tried here: their values are not published.`,
      ),
    );
  if (untried > 0 || verdict.verdict === 'not checkable')
    parts.push(
      make('p', { class: 'note' }, say`On the records themselves:`),
      make('pre', { class: 'code', tabindex: '0' }, commandOf(verdict, answers)),
    );
  return make('div', { class: 'judged' }, ...parts);
}

/** The first sentence, without the word that stands above it. */
function withoutWord(line: string, word: string): string {
  if (!line.startsWith(`${word}: `)) return line;
  const rest = line.slice(word.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function readings({ search, numbers }: Verdict, say: Say): Node[] {
  if (!search) return [];
  const all = [...search.fits, ...search.closest, ...search.alternatives];
  const once = [...new Map(all.map((one) => [one.says, one])).values()];
  if (once.length === 0) return [];
  const head = make(
    'tr',
    {},
    ...[say`Counting`, ...numbers.map((number) => number.stated), say`Fits`].map((text) =>
      make('th', { scope: 'col' }, text),
    ),
  );
  const table = make(
    'table',
    {},
    make('caption', {}, say`Readings tried`),
    make('thead', {}, head),
    make('tbody', {}, ...once.map((one) => row(one, say))),
  );
  return [
    make(
      'details',
      {},
      make('summary', {}, say`Readings tried`),
      make(
        'div',
        { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': say`Readings tried` },
        table,
      ),
    ),
  ];
}

function row(one: ReadingFound, say: Say): HTMLElement {
  const fits = one.values.every((value) => value.fits);
  return make(
    'tr',
    {},
    make('th', { scope: 'row' }, one.says),
    ...one.values.map((value) => make('td', { class: 'number' }, value.shown)),
    make('td', {}, fits ? say`yes` : say`no`),
  );
}
