import { correctionInWords, isTold } from '../../../build/corrections.ts';
import type { Notice } from '../../../build/published-verdicts.ts';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';

/** What was published of the sentence before and is no longer so: when, from what to what, and for which of the causes. */
export function Corrections(props: { here: Here; notices: readonly Notice[] }) {
  const { here, notices } = props;
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">{here.say`Corrections`}</h2>
      <ul>
        {notices.map((notice) => (
          <li>
            <time datetime={notice.on}>{formatDate(notice.on, here.lang)}</time>
            {': '}
            <span lang={isTold(notice) ? undefined : 'en'}>{correctionInWords(notice, here.say)}</span>{' '}
            {here.say`The earlier verdict had been published since ${formatDate(notice.since, here.lang)}.`}
          </li>
        ))}
      </ul>
      <p class="note">{here.say`A correction stays on this page. Three causes are kept apart: the publisher changed its records, we revised a definition, we were wrong.`}</p>
    </section>
  );
}
