import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { flagPage } from '../src/flags/flag-page.ts';
import { registry } from '../src/kinds/registry.ts';

/** Writes `docs/flags/`, one page a flag, from the declarations. A test holds the two together. */
const folder = fileURLToPath(new URL('../docs/flags/', import.meta.url));
mkdirSync(folder, { recursive: true });
for (const flag of registry.flags)
  writeFileSync(`${folder}${flag.id.slice(flag.id.indexOf('.') + 1)}.md`, flagPage(flag));
