import { resolve } from 'node:path';
import { readPublished } from '../build/published-verdicts.ts';
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
    const organisation = text(options, 'organisation');
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
