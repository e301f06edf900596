import { Link } from '../../components/link.tsx';
import type { SearchesData } from '../../data/searches.ts';
import type { Here } from '../../page-kind.ts';
import { file, paths } from '../../paths.ts';
import { HiddenNote, ReleasesNote } from './notes.tsx';

/** What the home page says of searches: which months are out, and the way in. */
export function SearchesHomeSection(props: { here: Here; data: SearchesData }) {
  const { here, data } = props;
  return (
    <section aria-labelledby="searches">
      <h2 id="searches">{here.say`Searches of plate-reader networks`}</h2>
      {data.release.months.length === 0 ? (
        <p>{here.say`No calendar month has been released yet.`}</p>
      ) : (
        <>
          <ReleasesNote here={here} data={data} />
          <HiddenNote here={here} data={data} />
        </>
      )}
      <p>
        <Link
          href={here.to(file(paths.searches))}
        >{here.say`Who searches, and for which stated reasons`}</Link>
      </p>
    </section>
  );
}
