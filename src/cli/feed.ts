import { resolve } from 'node:path';
import { verdictHistory } from '../build/verdict-history.ts';
import type { Workspace } from '../build/workspace.ts';
import { compareEditions, editionPairs } from '../changes/compare.ts';
import { changesInWords } from '../changes/words.ts';
import { readClaims } from '../claims/read-claims.ts';
import { atomFeed, eventId, type Feed, type FeedEntry, jsonFeed } from '../export/feed.ts';
import { changeEntries, verdictEntries } from '../export/feed-entries.ts';
import { readConfig } from '../project/config.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { readLog } from '../project/journal-log.ts';
import { openFigures, openKinds } from '../publication/open.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { note } from './output.ts';

/** `counterfoil feed`: changes of the records and moves of verdicts as Atom or JSON Feed, to stdout or a file. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const form = text(options, 'as') ?? (options['json'] ? 'json' : 'atom');
  if (form !== 'atom' && form !== 'json') {
    throw new UserError(`"${form}" is no form of a feed.`, {
      code: 'CF-FEED-001',
      exit: exitCodes.usage,
      hint: 'Write --as atom or --as json.',
    });
  }
  return withWorkspace(options, effects, async (workspace) => {
    const [source, claim] = [text(options, 'source'), text(options, 'claim')];
    const entries = [
      ...(claim === undefined ? await changesOf(workspace, source) : []),
      ...(source === undefined ? await movesOf(workspace, claim) : []),
    ];
    const { title } = await readConfig(workspace.paths);
    const what = source ?? claim ?? 'all';
    const feed: Feed = {
      id: eventId(['feed', readLog(workspace.paths).origin, what]),
      title: what === 'all' ? title : `${title}: ${what}`,
      site: null,
      self: null,
      author: title,
      entries,
    };
    const written = form === 'atom' ? atomFeed(feed) : jsonFeed(feed);
    const out = text(options, 'out');
    if (out === undefined) effects.stdout.write(written);
    else writeDurably(resolve(effects.cwd, out), written);
    note(effects, `${entries.length} entries.`);
    return exitCodes.fine;
  });
}

/** Every edition compared with the one before it. Kinds whose rows never leave have no feed of rows. */
async function changesOf(workspace: Workspace, source: string | undefined): Promise<FeedEntry[]> {
  const open = new Set(openKinds(workspace.registry).map((kind) => kind.id));
  const entries: FeedEntry[] = [];
  for (const comparison of workspace.registry.comparisons) {
    const days = new Set(
      workspace.editions
        .filter((edition) => comparison.sources.includes(edition.source))
        .map((edition) => edition.asOf),
    );
    const seen = new Set<string>();
    for (const to of [...days].sort()) {
      for (const pair of editionPairs(comparison, workspace.editions, { source, to })) {
        const key = `${pair.from.edition} ${pair.to.edition}`;
        if (seen.has(key) || !open.has(pair.to.kind)) continue;
        seen.add(key);
        const changes = await compareEditions(workspace, comparison, pair.from, pair.to);
        entries.push(...changeEntries(changes, changesInWords(changes, comparison), pair.to.obtained));
      }
    }
  }
  return entries;
}

async function movesOf(workspace: Workspace, id: string | undefined): Promise<FeedEntry[]> {
  const open = new Set(openFigures(workspace.registry).map((figure) => figure.id));
  const entries: FeedEntry[] = [];
  for (const claim of await readClaims(workspace.paths.claims, workspace.registry.figures)) {
    if ((id === undefined || claim.id === id) && open.has(claim.figure ?? ''))
      entries.push(...verdictEntries(await verdictHistory(workspace, workspace.registry, claim)));
  }
  return entries;
}
