import { CopyText } from '../components/copy-text.tsx';
import { Link } from '../components/link.tsx';
import { deskNamesPath, deskPath } from '../desk/files.ts';
import { formatDate } from '../format.ts';
import { type Here, page } from '../page-kind.ts';
import { file, paths } from '../paths.ts';
import type { Site } from '../site.ts';

interface DeskPageData {
  figures: { id: string; title: string; days: readonly string[]; readings: number; page: string | null }[];
}

/** The claims desk: a sentence is bound to figures by rules and by the reader, and judged on what is published here. */
export const deskPage = page<DeskPageData>({
  route: 'desk',
  says: 'the figures that the claims desk can judge by, with the days and readings that it holds',
  paths: () => [paths.desk],
  load: (site) => ({ figures: figuresOf(site) }),
  view: (data, here, site) => ({
    title: here.say`Claims desk`,
    description: here.say`Check the numbers of a paragraph against the figures of this site.`,
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Claims`, href: file(paths.claims) },
      { label: here.say`Claims desk` },
    ],
    bundles: ['desk'],
    children: (
      <>
        <h1>{here.say`Claims desk`}</h1>
        <p class="lead">{here.say`Paste a paragraph. Its numbers are found by fixed rules, you say which figure and date each one means, and the verdict is given with the other readings that were tried.`}</p>
        <ul>
          {site.build === undefined ? (
            <li>{here.say`Nothing leaves this page: the text is read in your browser, and the page needs no connection once it is open.`}</li>
          ) : (
            <li>{here.say`The text is read in your browser. A sentence that you have judged is sent to this server, which answers from the records and keeps nothing of it.`}</li>
          )}
          <li>{here.say`The rules read English sentences. No language model takes part; what the rules leave open is asked.`}</li>
          {site.build === undefined ? (
            <li>{here.say`It judges by the values that this site has published. The command line judges by the records themselves, and can try every reading.`}</li>
          ) : (
            <li>{here.say`It judges by the records themselves, on any day and under every reading, as the command line does. Records of which only released tables leave are judged by these.`}</li>
          )}
        </ul>
        <Bench here={here} live={site.build !== undefined} />
        <h2>{here.say`The same on the command line`}</h2>
        <p>{here.say`With the released files and the program, without this site:`}</p>
        <CopyText
          lang={here.lang}
          text={`counterfoil check "39 states have signed up as of 26 January 2026" downloads/`}
          code
        />
        <p>{here.say`A file of claims that is saved here goes into the folder ${<code>claims/</code>} of a project; ${<code>counterfoil build</code>} and ${<code>counterfoil verify</code>} then judge it on the records. ${<Link href={here.to(file(paths.method, 'verdicts'))}>{here.say`How verdicts are given`}</Link>}.`}</p>
        <h2>{here.say`What can be judged here`}</h2>
        <ul>
          {data.figures.map((figure) => (
            <li>
              <Link href={figure.page === null ? undefined : here.to(figure.page)}>{figure.title}</Link>
              {whatOf(figure, here, site)}
            </li>
          ))}
        </ul>
      </>
    ),
  }),
  csv: ({ figures }) => ({
    columns: ['figure', 'title', 'first_day', 'last_day', 'days', 'readings'],
    rows: figures.map((one) => [
      one.id,
      one.title,
      one.days[0] ?? null,
      one.days.at(-1) ?? null,
      one.days.length,
      one.readings,
    ]),
  }),
});

function figuresOf(site: Site): DeskPageData['figures'] {
  const { desk, values } = site.desk;
  const told = desk.told.length > 0 ? desk.told : desk.figures;
  return told.map(({ id, title }) => ({
    id,
    title,
    days: values.get(id)?.days ?? [],
    readings: Object.keys(values.get(id)?.tables ?? {}).filter((name) => name !== '').length,
    page: site.values.has(id) ? file(paths.figure(id)) : null,
  }));
}

function whatOf({ days, page }: DeskPageData['figures'][number], { say, lang }: Here, _site: Site): string {
  const [first, last] = [days[0], days.at(-1)];
  if (page === null) return say`: by the released tables`;
  if (first === undefined || last === undefined) return '';
  if (first === last) return say`: as of ${formatDate(last, lang)}`;
  return say`: on ${days.length} days, ${formatDate(first, lang)} to ${formatDate(last, lang)}`;
}

/** Where the script works; hidden until it is there. */
function Bench(props: { here: Here; live: boolean }) {
  const { say, to } = props.here;
  return (
    <>
      <p class="note alert" data-desk-off>
        {say`The desk needs JavaScript, and a browser that lets this page read its own files. The command below does the same.`}
      </p>
      <div
        class="desk"
        hidden
        data-desk={to(deskPath)}
        data-names={to(deskNamesPath)}
        data-values={to('desk/values/x').replace(/x$/, '')}
        data-ask={props.live ? to('api/v1/check') : undefined}
      >
        <form data-paste>
          <label for="paragraph">{say`Paragraph`}</label>
          <textarea id="paragraph" rows={5} maxlength={5000} spellcheck={false}></textarea>
          <button type="submit">{say`Find the numbers`}</button>
        </form>
        <p role="status" data-status></p>
        <div data-sentences></div>
        <form data-save hidden>
          <h2>{say`Save the claims`}</h2>
          <div>
            <label for="by">{say`Published by (an organisation)`}</label>
            <input id="by" maxlength={200} required />
          </div>
          <div>
            <label for="on">{say`Published on`}</label>
            <input id="on" type="date" />
          </div>
          <button type="submit">{say`Save as claims.yaml`}</button>
        </form>
      </div>
    </>
  );
}
