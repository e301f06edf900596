import { stateName } from '../../data/labels.ts';
import type { PackNote, SearchesData } from '../../data/searches.ts';
import { formatDate } from '../../format.ts';
import { type Here, page } from '../../page-kind.ts';
import { paths } from '../../paths.ts';
import { madeOfReleases } from './made.ts';

/** The packs of rules, with their sources. What they find in a log is for its holder, and is no part of a release. */
export const searchesRulesPage = page<{ packs: readonly PackNote[] }>({
  route: 'searches/rules',
  says: 'packs of rules that a log can be held against, with sources; all are drafts unless they say otherwise',
  paths: () => [paths.searchesRules],
  load: (site) => ({ packs: (site.searches as SearchesData).packs }),
  view: ({ packs }, here) => ({
    title: here.say`Rules`,
    description: here.say`Rules that an audit log can be held against, with their sources.`,
    made: here.say(madeOfReleases),
    crumbs: [
      { label: here.say`Home`, href: 'index.html' },
      { label: here.say`Searches`, href: 'searches/index.html' },
      { label: here.say`Rules` },
    ],
    children: (
      <>
        <h1>{here.say`Rules that a log can be held against`}</h1>
        <p class="lead">{here.say`A rule asks whether a search needs an explanation, is within the rule, or cannot be checked from the log. It is a question to the holder of the log, not a judgement.`}</p>
        <p>{here.say`A pack marked as a draft was written from secondary sources: nobody has held it against the official text yet. How many searches a rule asks about stands on the pages of networks, as far as released counts tell it; the holder of a log sees all of it in the answer of ${<code>{here.say`counterfoil figure searches.findings --by pack --by rule --by result`}</code>}.`}</p>
        {packs.map((pack) => (
          <section aria-labelledby={`pack-${pack.id}`}>
            <h2 id={`pack-${pack.id}`}>{here.say(pack.title)}</h2>
            <p>
              <strong>
                {pack.status === 'draft'
                  ? here.say`Draft, to be confirmed`
                  : here.say`Confirmed on ${formatDate(pack.confirmed_on ?? '', here.lang)}`}
              </strong>
              {pack.network !== undefined
                ? here.say`; for the network ${pack.network}`
                : pack.state === undefined
                  ? here.say`; for networks of any state`
                  : here.say`; for networks of ${stateName(pack.state)}`}
            </p>
            <ul>
              {pack.rules.map((rule) => (
                <li>
                  <span lang="en">{rule.says}</span>{' '}
                  <span class="note">{here.say`Source: ${rule.source}; read on ${formatDate(rule.read, here.lang)}. In force: ${inForce(rule, here)}.`}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  }),
  csv: ({ packs }) => ({
    columns: ['pack', 'status', 'state', 'rule', 'says', 'from', 'to', 'source', 'read'],
    rows: packs.flatMap((pack) =>
      pack.rules.map((rule) => [
        pack.id,
        pack.status,
        pack.state,
        rule.id,
        rule.says,
        rule.from,
        rule.to,
        rule.source,
        rule.read,
      ]),
    ),
  }),
});

function inForce(rule: PackNote['rules'][number], { say, lang }: Here): string {
  const [from, to] = [rule.from, rule.to].map((day) =>
    day === undefined ? undefined : formatDate(day, lang),
  );
  if (from !== undefined && to !== undefined) return say`${from} to ${to}`;
  if (from !== undefined) return say`from ${from}`;
  return to === undefined ? say`not stated` : say`to ${to}`;
}
