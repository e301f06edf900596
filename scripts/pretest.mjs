// Before `npm test`: whatever a fresh clone lacks, and a browser. Plain Node 20, no packages.
import { ensureBuild } from './setup/build.mjs';
import { ensureChromium } from './setup/chromium.mjs';
import { ensureModules } from './setup/modules.mjs';

ensureModules();
ensureBuild();
ensureChromium();
