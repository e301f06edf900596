import type { Question } from '../../../claims/questions.ts';
import type { Say } from '../../../language/say-with.ts';
import { choice, make } from './elements.ts';
import type { Answers } from './judging.ts';

const whole = 'whole';
const other = 'other';
const every = 'every';

/**
 * Whose a number is, or what it is for: the filters that are offered, all of it, or a filter that a person types. What was
 * answered stays chosen.
 */
export function restrictionChoice(
  id: string,
  { phrase = '', offers = [], by = [] }: Question,
  answers: Answers,
  change: (next: Partial<Answers>) => void,
  say: Say,
): HTMLElement {
  const filters = offers.map(({ where, name }) => ({
    value: where,
    text: where.endsWith(`=${name}`) ? where : `${name} (${where})`,
  }));
  // One organisation may stand in the records under several names or numbers.
  const dimensions = new Set(offers.map(({ where }) => where.slice(0, where.indexOf('='))));
  const together = offers.length > 1 && dimensions.size === 1;
  const answered = Object.entries(answers.where ?? {})
    .filter(([name]) => by.includes(name))
    .flatMap(([name, values]) => values.map((value) => `${name}=${value}`));
  const [given] = answered;
  const isWhole = answers.whole?.includes(phrase) === true;
  const typed = given !== undefined && !filters.some(({ value }) => value === given);
  const answer = (chosen: readonly string[], all: boolean) => {
    const where: Record<string, readonly string[]> = Object.fromEntries(
      Object.entries(answers.where ?? {}).filter(([name]) => !by.includes(name)),
    );
    for (const filter of chosen) {
      const at = filter.indexOf('=');
      const name = filter.slice(0, at);
      where[name] = [...(where[name] ?? []), filter.slice(at + 1)];
    }
    const rest = (answers.whole ?? []).filter((one) => one !== phrase);
    change({ where, whole: all ? [...rest, phrase] : rest });
  };
  const input = make('input', {
    id: `${id}-own`,
    value: typed ? given : '',
    placeholder: `${by[0] ?? ''}=…`,
  });
  const field = make('div', { class: 'field' }, make('label', { for: input.id }, say`Filter`), input);
  field.hidden = !typed;
  input.addEventListener('change', () => {
    const [name, value] = [
      input.value.split('=')[0]?.trim() ?? '',
      input.value.split('=').slice(1).join('=').trim(),
    ];
    const known = by.includes(name) && value !== '';
    input.setCustomValidity(
      known ? '' : say`A filter is one of these, with a value: ${by.map((one) => `${one}=…`).join(', ')}`,
    );
    if (known) answer([`${name}=${value}`], false);
    else input.reportValidity();
  });
  const select = choice(
    id,
    say`"${phrase}" is`,
    [
      { value: '', text: say`not answered yet` },
      ...(together ? [{ value: every, text: say`all of the following together` }] : []),
      ...filters,
      { value: whole, text: say`nothing that restricts the number` },
      ...(by.length === 0 ? [] : [{ value: other, text: say`another filter` }]),
    ],
    isWhole ? whole : answered.length > 1 ? every : typed ? other : (given ?? ''),
    (value) => {
      if (value === other) {
        field.hidden = false;
        return input.focus();
      }
      const chosen = value === every ? filters.map((one) => one.value) : [value];
      answer(value === '' || value === whole ? [] : chosen, value === whole);
    },
  );
  return make('div', { class: 'fields' }, select, field);
}
