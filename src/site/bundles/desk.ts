import type { Claim } from '../../claims/claim.ts';
import { sentencesOf } from '../desk/paragraph.ts';
import type { DeskFile, DeskNames, DeskParts, DeskValues } from '../desk/shape.ts';
import { claimsYaml } from './desk/claims-yaml.ts';
import { make } from './desk/elements.ts';
import { type Judging, judging } from './desk/judging.ts';
import { sentenceCard } from './desk/sentence-card.ts';
import { serverAt } from './desk/server.ts';
import { loadScript } from './search/load.ts';

/** Sets the desk up; the page says what to do where it does not come to that. */
async function open(box: HTMLElement): Promise<void> {
  const { desk: address = '', names = '', values = '', ask } = box.dataset;
  const paste = box.querySelector<HTMLFormElement>('[data-paste]');
  const field = box.querySelector('textarea');
  const status = box.querySelector('[data-status]');
  const list = box.querySelector('[data-sentences]');
  const save = box.querySelector<HTMLFormElement>('[data-save]');
  if (!paste || !field || !status || !list || !save) return;
  const file = await loadScript<DeskFile>('counterfoilDesk', address);
  /** The names are many, and only a sentence asks for them. */
  const opened = async () =>
    judging(
      file,
      await loadScript<DeskNames>('counterfoilNames', names).catch(() => ({
        organisations: [],
        purposes: [],
      })),
      {
        values: (figure) =>
          loadScript<DeskValues>('counterfoilValues', `${values}${encodeURIComponent(figure)}.js`),
        parts: (figure, dimension) =>
          loadScript<DeskParts>('counterfoilParts', `${values}${encodeURIComponent(figure)}.${dimension}.js`),
      },
      ask === undefined ? undefined : serverAt(new URL(ask, document.baseURI).href),
    );
  let ready: Promise<Judging> | undefined;
  let bound = new Map<number, readonly Claim[]>();
  const claims = () => [...bound].sort(([a], [b]) => a - b).flatMap(([, some]) => some);

  const find = (desk: Judging) => {
    const { say } = desk;
    bound = new Map();
    save.hidden = true;
    const sentences = sentencesOf(field.value);
    const some = sentences.filter((sentence) => desk.numbers(sentence).length > 0);
    list.replaceChildren(
      ...some.map((sentence, index) =>
        sentenceCard(desk, sentence, index + 1, (judged) => {
          bound.set(index, judged);
          save.hidden = claims().length === 0;
        }),
      ),
    );
    const count = some.reduce((sum, sentence) => sum + desk.numbers(sentence).length, 0);
    status.textContent =
      count === 0
        ? say`No number was found. Dates, names of laws and ordinals are not numbers here.`
        : say`Numbers found: ${count}. Sentences with a number: ${some.length} of ${sentences.length}.`;
  };
  paste.addEventListener('submit', (event) => {
    event.preventDefault();
    ready ??= opened();
    void ready.then(find);
  });
  save.addEventListener('submit', (event) => {
    event.preventDefault();
    const value = (id: string) => save.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
    const text = claimsYaml(claims(), { by: value('by'), on: value('on') });
    const link = make('a', {
      href: URL.createObjectURL(new Blob([text], { type: 'application/yaml' })),
      download: 'claims.yaml',
    });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  const off = document.querySelector<HTMLElement>('[data-desk-off]');
  if (off) off.hidden = true;
  box.hidden = false;
}

for (const box of document.querySelectorAll<HTMLElement>('[data-desk]')) open(box).catch(() => undefined);
