import { resolve } from 'node:path';
import { readPublished } from '../build/published-verdicts.ts';
import type { Workspace } from '../build/workspace.ts';
import { readClaims } from '../claims/read-claims.ts';
import { atomFeed, eventId, type Feed, jsonFeed } from '../export/feed.ts';
import { changesFeed, movesFeed, noticesFeed } from '../export/feed-sources.ts';
import { readConfig } from '../project/config.ts';
import { writeDurably } from '../project/durable.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes, UserError } from '../project/errors.ts';
import { readLog } from '../project/journal-log.ts';
import type { CommandOptions } from './commands.ts';
import { text, withWorkspace } from './options.ts';
import { note } from './output.ts';
import { checkSource, noClaim } from './refusals.ts';

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
  const [source, claim] = [text(options, 'source'), text(options, 'claim')];
  const organisation = text(options, 'organisation');
  if (claim !== undefined && (source ?? organisation) !== undefined)
    throw new UserError('A feed is of a claim, or of a source or organisation.', {
      code: 'CF-FEED-002',
      exit: exitCodes.usage,
      hint: 'Leave --claim out, or --source and --organisation.',
    });
  return withWorkspace(options, effects, async (workspace) => {
    if (source !== undefined) checkSource(workspace, source);
    if (claim !== undefined) await checkClaim(workspace, claim);
    const found = [
      ...(claim === undefined ? await changesFeed(workspace, source, Number.POSITIVE_INFINITY) : []),
      ...(source === undefined && organisation === undefined ? await movesFeed(workspace, claim) : []),
      ...(source === undefined && organisation === undefined
        ? noticesFeed(readPublished(workspace.paths).notices)
        : []),
    ];
    const entries = found.filter(
      ({ about, further }) =>
        (organisation === undefined ? further !== true : about?.organisation === organisation) &&
        (claim === undefined || about?.claim === claim),
    );
    const { title } = await readConfig(workspace.paths);
    const what = organisation ?? source ?? claim ?? 'all';
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

/** An empty feed must not stand for a claim that there is not; one that is gone keeps its notices. */
async function checkClaim(workspace: Workspace, id: string): Promise<void> {
  const claims = await readClaims(workspace.paths.claims, workspace.registry.figures);
  const known = claims.map((claim) => claim.id);
  const noticed = readPublished(workspace.paths).notices.some(({ claim }) => claim === id);
  if (!noticed && !known.includes(id)) throw noClaim(id, known);
}
