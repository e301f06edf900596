import { buildKey, projectEditions, readBuildState } from '../build/build.ts';
import { asWriter } from '../build/session.ts';
import type { Effects } from '../project/effects.ts';
import { type ExitCode, exitCodes } from '../project/errors.ts';
import type { CommandOptions } from './commands.ts';
import { projectOf } from './options.ts';
import { note, printText } from './output.ts';

/** Rows of logs that are certainly counted in one stretch of days (`search_parts`). */
const rowsOfOneStretch = 1_500_000;

/** `counterfoil build`: models and verdicts, of which only what changed is worked out. */
export async function run(options: CommandOptions, effects: Effects): Promise<ExitCode> {
  const paths = projectOf(options, effects);
  return asWriter(paths, async () => {
    const { registry } = await import('../kinds/registry.ts');
    const { referencesChanged } = await import('../build/references.ts');
    const state = readBuildState(paths);
    if (state && state.key === buildKey(paths, registry) && !(await referencesChanged(paths))) {
      printText(effects, options, { changed: false, written: [] }, [
        'Nothing has changed since the last build.',
      ]);
      return exitCodes.fine;
    }
    const { buildProject } = await import('../build/project-build.ts');
    const { readConfig } = await import('../project/config.ts');
    const config = await readConfig(paths);
    const built = await buildProject(paths, registry, effects, (text) => note(effects, text));
    const logs = projectEditions(paths).filter(({ kind }) => kind === 'searches');
    if (logs.reduce((sum, { accounting }) => sum + accounting.kept, 0) > rowsOfOneStretch) {
      const { noteSplit } = await import('./split-searches.ts');
      await noteSplit(paths, registry, effects);
    }
    if (logs.length > 0) {
      const { writeLinks } = await import('./links-file.ts');
      const { linksFile } = await import('./links-waiting.ts');
      const waiting = await writeLinks(paths, registry, config, effects);
      if (waiting > 0)
        note(effects, `${waiting} links of organisations wait for a person: ${linksFile(paths)}.`);
    }
    const written = built.written.length;
    printText(effects, options, { changed: true, written: built.written, verdicts: built.verdicts }, [
      `Built ${built.total} models, ${written} of them new${built.verdicts.total === 0 ? '' : `; ${built.verdicts.words}`}.`,
    ]);
    return exitCodes.fine;
  });
}
