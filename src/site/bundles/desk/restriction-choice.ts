import type { Question } from '../../../claims/questions.ts';
import type { Say } from '../../../language/say-with.ts';
import { choice, make } from './elements.ts';
import type { Answers } from './judging.ts';

const whole = 'whole';
const other = 'other';

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
  const filters = offers.map(({ where, name }) => ({ value: where, text: `${name} (${where})` }));
  const given = Object.entries(answers.where ?? {})
    .filter(([name]) => by.includes(name))
    .flatMap(([name, values]) => values.map((value) => `${name}=${value}`))[0];
  const isWhole = answers.whole?.includes(phrase) === true;
  const typed = given !== undefined && !filters.some(({ value }) => value === given);
  const answer = (filter: string | undefined, all: boolean) => {
    const others = Object.entries(answers.where ?? {}).filter(([name]) => !by.includes(name));
    const at = filter?.indexOf('=') ?? -1;
    const own = filter === undefined ? [] : [[filter.slice(0, at), [filter.slice(at + 1)]] as const];
    const rest = (answers.whole ?? []).filter((one) => one !== phrase);
    change({ where: Object.fromEntries([...others, ...own]), whole: all ? [...rest, phrase] : rest });
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
    if (known) answer(`${name}=${value}`, false);
    else input.reportValidity();
  });
  const select = choice(
    id,
    say`"${phrase}" is`,
    [
      { value: '', text: say`not answered yet` },
      ...filters,
      { value: whole, text: say`nothing that restricts the number` },
      ...(by.length === 0 ? [] : [{ value: other, text: say`another filter` }]),
    ],
    isWhole ? whole : typed ? other : (given ?? ''),
    (value) => {
      if (value === other) {
        field.hidden = false;
        return input.focus();
      }
      answer(value === '' || value === whole ? undefined : value, value === whole);
    },
  );
  return make('div', { class: 'fields' }, select, field);
}
