import { expect, test } from 'vitest';
import { correctionOf, type Given } from '../../src/build/corrections.ts';
import { sayIn } from '../../src/language/say.ts';
import type { Here } from '../../src/site/page-kind.ts';
import { Corrections } from '../../src/site/pages/claim/corrections.tsx';

const given: Given = {
  claim: 'agencies',
  sentence: 'The list had 320 agencies.',
  verdict: 'holds',
  shown: ['320 agencies'],
  asked: 'a',
  records: ['b'],
  program: '1.0.0',
};

test('a notice is told in the language of the page; one that has its English words alone is marked as English', () => {
  const told = correctionOf(given, { ...given, verdict: 'differs', records: ['c'] });
  if (!told) throw new Error('another verdict is a correction');
  const dates = { on: '2026-05-02', since: '2026-04-01' };
  const { sentence: _, shown: __, ...old } = told;
  const here: Here = {
    lang: 'es',
    say: sayIn('es'),
    path: 'claims/agencies',
    to: (address) => address,
    cell: ({ value }) => ({ value }),
  };
  const html = String(
    <Corrections
      here={here}
      notices={[
        { ...told, ...dates },
        { ...old, ...dates },
      ]}
    />,
  );
  const [first = '', second = ''] = html.split('<li>').slice(1);
  expect(first).not.toContain('lang="en"');
  expect(first).toContain('el veredicto');
  expect(second).toContain(`<span lang="en">${old.says}</span>`);
  // What the page says around it is in its own language still.
  expect(second).toMatch(/<\/span> \p{Lu}l/u);
});
