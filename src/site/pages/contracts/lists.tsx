import { DefinitionList } from '../../components/definition-list.tsx';
import { Link } from '../../components/link.tsx';
import type { Here } from '../../page-kind.ts';
import { file } from '../../paths.ts';
import type { EditionLink, Site } from '../../site.ts';
import { EditionList } from '../shared/edition-list.tsx';
import { at } from './addresses.ts';
import type { FlagMark } from './flag-marks.ts';
import type { Place } from './source-cell.ts';

/** Rows in short, each file's beside its page. */
export function Places(props: { here: Here; places: readonly Place[] }) {
  return (
    <>
      {props.places.map((place, index) => (
        <>
          {index === 0 ? '' : '; '}
          <Link href={props.here.to(place.page)}>{place.file}</Link>: {place.place}
        </>
      ))}
    </>
  );
}

/** The files that a page rests on, with their hashes. */
export function Files(props: { here: Here; site: Pick<Site, 'byEdition'>; files: readonly EditionLink[] }) {
  if (props.files.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{props.here.say`Files behind this page`}</h2>
      <EditionList here={props.here} site={props.site} editions={props.files} />
    </section>
  );
}

/** Questions that the records raise, each with what else can explain it. */
export function Flags(props: { here: Here; flags: readonly FlagMark[]; of: string }) {
  const { here, flags } = props;
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">{here.say`Questions that the records raise`}</h2>
      {flags.length === 0 ? (
        <p>{here.say`None of the ${<Link href={here.to(file(at.flags))}>{here.say`flags`}</Link>} is raised for ${props.of}. A flag that could not be looked at is not raised either: the overview says how many those are.`}</p>
      ) : (
        <>
          <p>{here.say`A flag is a question, never an accusation. Each has explanations that are nobody’s fault.`}</p>
          <DefinitionList
            items={flags.map((flag) => ({
              term: flag.about,
              description: (
                <>{here.say`${<Link href={here.to(flag.page)}>{flag.title}</Link>}${flag.fires_on_most ? here.say` (fires on most of what it could examine, and so tells little)` : ''}. It can also be: ${flag.innocent.join(' ')}`}</>
              ),
            }))}
          />
        </>
      )}
    </section>
  );
}
