import { Link } from '../../components/link.tsx';
import type { SearchesData } from '../../data/searches.ts';
import { formatDate, formatNumber, formatPercent } from '../../format.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';

/** What stands on every page about searches: how much is hidden, and where it is told why. */
export function HiddenNote(props: { here: Here; data: SearchesData }) {
  const { here } = props;
  const { release } = props.data;
  const number = (value: number) => formatNumber(value, here.lang);
  const percent = (whole: number) => formatPercent(`${whole / 100}`, here.lang, 0);
  const share = release.hiddenShare;
  const held =
    share === null
      ? ''
      : share.high === null
        ? here.say`; as far as shown counts of larger groups tell, those of the first table hold at least ${percent(share.low)} of the searches`
        : here.say`; as far as shown counts of larger groups tell, those of the first table hold ${percent(share.low)} to ${percent(share.high)} of the searches`;
  return (
    <p class="note">{here.say`${number(release.hiddenCells)} of ${number(release.cells)} released counts are hidden${held}. Counts of larger groups include them. 0 says that the logs at hand list none, not that nobody searched. ${<Link href={here.to(file(paths.searchesMethod))}>{here.say`How counts are hidden`}</Link>}`}</p>
  );
}

/** Which months were released when. */
export function ReleasesNote(props: { here: Here; data: SearchesData }) {
  const { here } = props;
  const { releases, changedSince } = props.data.release;
  const month = (value: string | undefined) => formatDate(value ?? '', here.lang);
  return (
    <>
      <ul>
        {releases.map((one) => (
          <li>{here.say`Released on ${formatDate(one.date, here.lang)}: ${
            one.months.length === 1
              ? month(one.months[0])
              : here.say`${month(one.months[0])} to ${month(one.months.at(-1))}, ${one.months.length} months with searches`
          }`}</li>
        ))}
      </ul>
      {changedSince ? (
        <p class="note">{here.say`The records of released months have changed since. These months stay as they were released: the difference of two releases would tell small counts.`}</p>
      ) : null}
    </>
  );
}
