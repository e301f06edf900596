import type { RevisionCause } from '../../../build/published-values.ts';
import { formatValue } from '../../cell.ts';
import { formatDate } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { kindOf } from '../../units.ts';
import type { FigureData } from './data.ts';

const reasons: Record<RevisionCause, string> = {
  'other files':
    'Other files count for this date than before: the publisher released them, or they were added here.',
  'we revised': 'The files are the same; a definition or a rule of ours has been revised.',
  'we were wrong': 'The files are the same; the earlier value was wrong, and that was our mistake.',
};

/** What this page showed before for a day that it still shows, and no longer does: from what to what, when, and why. */
export function Revisions(props: { here: Here; data: FigureData }) {
  const { here, data } = props;
  const { revisions, summary } = data;
  if (revisions.length === 0) return null;
  const value = (text: string) => formatValue(text, kindOf(summary), here.lang);
  return (
    <section aria-labelledby="revisions">
      <h2 id="revisions">{here.say`Revised values`}</h2>
      <ul>
        {revisions.map(({ day, part, was, is, since, on, cause }) => (
          <li>
            {part === undefined ? null : <>{partName(data, part)}. </>}
            {here.say`As of ${formatDate(day, here.lang)}: ${value(is)} since ${formatDate(on, here.lang)}; it was ${value(was)}, as shown since ${formatDate(since, here.lang)}.`}{' '}
            {here.say(reasons[cause])}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `State: Florida` of `state=FL`, as the table of parts has it. */
function partName({ parts }: FigureData, part: string): string {
  const at = part.indexOf('=');
  const found = parts.find(({ dimension }) => dimension === part.slice(0, at));
  const label = found?.groups.find(({ key }) => key === part.slice(at + 1))?.label;
  return `${found?.title ?? part.slice(0, at)}: ${label ?? part.slice(at + 1)}`;
}
