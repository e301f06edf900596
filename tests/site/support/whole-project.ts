import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDemoProject } from '../../../examples/make-project.ts';
import { run } from '../../../src/cli/publish.ts';
import { addTo, build, copyOf, once, recordingEffects } from '../../support/projects.ts';
import { monthLog } from './search-logs.ts';

const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];

type Language = 'en' | 'es';

/** A built project with invented records of every kind, and claims, in a folder of its own. */
export async function wholeProject(language: Language = 'en'): Promise<string> {
  return copyOf(await built(language));
}

/** As `wholeProject`, published into its `site/`. */
export async function publishedProject(language: Language = 'en'): Promise<string> {
  const folder = await once(`whole-${language}-published`, async (made) => {
    cpSync(await built(language), made, { recursive: true });
    await publishWhole(made);
  });
  return copyOf(folder);
}

function built(language: Language): Promise<string> {
  return once(`whole-${language}`, async (project) => {
    await makeDemoProject(project);
    const config = join(project, 'counterfoil.yaml');
    writeFileSync(config, `${readFileSync(config, 'utf8')}language: ${language}\n`);
    const logs = months.map((month) => monthLog(join(project, 'released', 'searches'), month));
    await addTo(project, [join(project, 'released'), ...logs]);
    await build(project);
  });
}

/** Publishes a project as the command does, in this process; gives the folder. */
export async function publishWhole(project: string, folder = 'site'): Promise<string> {
  const out = join(project, folder);
  const effects = recordingEffects({ now: () => new Date('2026-05-10T12:00:00Z') });
  const code = await run({ project, out }, effects);
  if (code !== 0) throw new Error(effects.err());
  return out;
}
