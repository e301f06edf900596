// Before `npm run demo`: whatever a fresh clone lacks. Plain Node 20, no packages.
import { ensureBuild } from './setup/build.mjs';
import { ensureModules } from './setup/modules.mjs';

ensureModules();
ensureBuild();
