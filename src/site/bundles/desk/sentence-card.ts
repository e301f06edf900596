import type { Claim, Where } from '../../../claims/claim.ts';
import type { Question } from '../../../claims/questions.ts';
import { choice, make } from './elements.ts';
import type { Answers, Judging } from './judging.ts';
import { restrictionChoice } from './restriction-choice.ts';
import { verdictView } from './verdict-view.ts';

/** One sentence with its numbers: questions, choices, and verdicts once a person has bound it. */
export function sentenceCard(
  desk: Judging,
  sentence: string,
  index: number,
  bound: (claims: readonly Claim[]) => void,
): HTMLElement {
  const { say } = desk;
  const numbers = desk.numbers(sentence);
  let answers: Answers = { chosen: {} };
  /** Questions about names and purposes that were asked so far: an answer stays in view. */
  const restrictions = new Map<string, Question>();
  const heading = make('h2', { id: `sentence-${index}` }, say`Sentence ${index}`);
  const card = make('section', { class: 'sentence-card', 'aria-labelledby': `sentence-${index}` });
  const form = make('form', {});
  const verdicts = make('div', { 'aria-live': 'polite' });

  const change = (next: Partial<Answers>) => {
    const focused = document.activeElement?.id;
    answers = { ...answers, ...next };
    verdicts.replaceChildren();
    bound([]);
    ask();
    if (focused) document.getElementById(focused)?.focus();
  };
  const ask = () => {
    const { claims, questions, notes } = desk.bind(sentence, answers);
    for (const question of questions)
      if (question.phrase !== undefined) restrictions.set(question.phrase, question);
    const relative = numbers.some(({ number }) => number.stated.percent || number.stated.times);
    const offered = questions.flatMap(({ about, choices }) => (about === 'date' ? choices : []));
    const bindable = claims.flatMap(({ figure }) => figure ?? []);
    const known = [...new Set([...offered, ...desk.daysOf(bindable)])];
    const dateOf = (id: string, label: string, day: string | undefined, changed: (day: string) => void) =>
      dateChoice(id, label, known, day, changed, desk);
    // A number whose figure is found may still wait for another answer.
    const figureFound = !questions.some(({ about }) => about === 'figure');
    form.replaceChildren(
      ...questions.map(({ asks }) => make('p', { class: 'question' }, asks)),
      dateOf(
        `date-${index}`,
        relative ? say`Date, or the later date of a change` : say`Date`,
        answers.asOf,
        (day) => change({ asOf: day === '' ? undefined : day } as Partial<Answers>),
      ),
      ...(relative
        ? [
            dateOf(`from-${index}`, say`Earlier date of a change`, answers.from, (day) =>
              change({ from: day === '' ? undefined : day } as Partial<Answers>),
            ),
          ]
        : []),
      ...numbers.map(({ number, figures }) =>
        choice(
          `figure-${index}-${number.start}`,
          say`${number.text} is a number of`,
          [
            { value: '', text: figureFound ? say`what the words near it say` : say`choose a figure` },
            ...figures.map(({ id }) => ({ value: id, text: desk.titles.get(id) ?? id })),
          ],
          answers.chosen[number.start] ?? '',
          (id) => {
            const { [number.start]: _, ...others } = answers.chosen;
            change({ chosen: id === '' ? others : { ...others, [number.start]: id } });
          },
        ),
      ),
      ...[...restrictions.values()].map((question, at) =>
        restrictionChoice(`restriction-${index}-${at}`, question, answers, change, say),
      ),
      ...notes.map((note) => make('p', { class: 'note' }, note)),
      ...(claims.length === 0
        ? [make('p', { class: 'note' }, say`Nothing is bound yet.`)]
        : [
            make('p', {}, say`It will be judged as:`),
            make('ul', {}, ...claims.map((claim) => make('li', {}, claimWords(desk, claim)))),
            make('button', { type: 'submit' }, say`That is what it says: judge it`),
          ]),
    );
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      const all = await desk.judgeAll(sentence, answers);
      verdicts.replaceChildren(...all.map(({ judged }) => verdictView(judged, answers, say)));
      bound(all.map(({ claim }) => claim));
    })().catch(() => {
      verdicts.replaceChildren(make('p', { class: 'note alert' }, say`The values could not be read.`));
    });
  });
  card.append(
    heading,
    make(
      'blockquote',
      {},
      ...marked(
        sentence,
        numbers.map(({ number }) => number),
      ),
    ),
    form,
    verdicts,
  );
  ask();
  return card;
}

/** The days on which the records changed, and, as a day of its own, any other. */
function dateChoice(
  id: string,
  label: string,
  known: readonly string[],
  day: string | undefined,
  changed: (day: string) => void,
  { say }: Judging,
): HTMLElement {
  const other = 'other';
  const typed = day !== undefined && !known.includes(day);
  const field = choice(
    id,
    label,
    [
      { value: '', text: say`as the sentence says` },
      ...known.map((one) => ({ value: one, text: one })),
      { value: other, text: say`another day` },
    ],
    typed ? other : (day ?? ''),
    (value) => {
      if (value !== other) return changed(value);
      own.hidden = false;
      input.focus();
    },
  );
  const input = make('input', { id: `${id}-own`, type: 'date', value: typed ? day : '' });
  const own = make('div', { class: 'field' }, make('label', { for: input.id }, say`Another day`), input);
  own.hidden = !typed;
  input.addEventListener('change', () => {
    if (input.value !== '') changed(input.value);
  });
  return make('div', { class: 'fields' }, field, own);
}

/** `53: Agencies with an agreement, state FL, on 2026-02-05`. */
function claimWords(desk: Judging, claim: Claim): string {
  const { say } = desk;
  const title = desk.titles.get(claim.figure ?? '') ?? '';
  const when = claim.change
    ? say`change from ${claim.change.from} to ${claim.change.to}`
    : claim.as_of === undefined
      ? say`on the latest list`
      : say`on ${claim.as_of}`;
  const parts = claim.parts ?? [{ where: claim.where, states: claim.states ?? '' }];
  return parts
    .map(({ where, states }) => [`${states}: ${title}`, ...whereWords(where), when].join(', '))
    .join('; ');
}

function whereWords(where: Where): string[] {
  return Object.entries(where).map(([name, values]) => `${name}=${values.join(', ')}`);
}

/** The sentence with its numbers marked. */
function marked(sentence: string, numbers: readonly { start: number; end: number }[]): (Node | string)[] {
  let at = 0;
  const parts: (Node | string)[] = [];
  for (const { start, end } of numbers) {
    parts.push(sentence.slice(at, start), make('mark', {}, sentence.slice(start, end)));
    at = end;
  }
  return [...parts, sentence.slice(at)];
}
