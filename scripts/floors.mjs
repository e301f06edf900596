/**
 * The floors of the house, lowest first, as `docs/architecture.md` tells them: a room (a folder of `src/`)
 * imports its own files and rooms of lower floors, nothing else. The third floor has three steps: what a layout is
 * (read) comes before what a figure is, and that before comparing and matching.
 */
export const floors = [
  ['language', 'project'],
  ['engine'],
  ['read'],
  ['figures'],
  ['changes', 'links', 'reference'],
  ['kinds', 'claims', 'flags', 'fetch'],
  ['build', 'publication'],
  ['site', 'export', 'seals'],
  ['cli'],
];

/** These are handed the registry of kinds and never import one. */
export const withoutKinds = ['claims', 'flags', 'publication', 'site', 'export'];

/** The files of `src/cli` that are commands. */
export const commands = [
  'init',
  'add',
  'fetch',
  'remove',
  'build',
  'status',
  'figure',
  'trace',
  'verify',
  'check',
  'changes',
  'export',
  'seal',
  'feed',
  'doctor',
  'flags',
  'layout',
  'report',
  'publish',
  'serve',
];

const inRoom = (/** @type {string} */ room) => `^src/${room}/`;

const upward = floors.flatMap((rooms, index) =>
  rooms.map((room) => ({
    name: `floor-of-${room}`,
    comment: `src/${room} imports itself and the floors below it`,
    severity: 'error',
    from: { path: inRoom(room) },
    to: {
      path: '^src/',
      pathNot: [...floors.slice(0, index).flat(), room].map(inRoom).join('|'),
    },
  })),
);

/** The rules for dependency-cruiser. */
export const forbidden = [
  ...upward,
  {
    name: 'kinds-apart',
    comment: 'kinds never import one another',
    severity: 'error',
    from: { path: '^src/kinds/([^/]+)/' },
    to: { path: '^src/kinds/[^/]+/', pathNot: '^src/kinds/$1/' },
  },
  {
    name: 'commands-apart',
    comment: 'commands never import one another: what two of them say is in a file of its own',
    severity: 'error',
    from: { path: '^src/cli/', pathNot: '^src/cli/commands\\.ts$' },
    to: { path: `^src/cli/(${commands.join('|')})\\.ts$` },
  },
  {
    name: 'no-kind-by-name',
    comment: 'claims, flags, publication, pages and exports are handed the registry of kinds',
    severity: 'error',
    from: { path: `^src/(${withoutKinds.join('|')})/` },
    to: { path: '^src/kinds/' },
  },
  {
    name: 'client-alone',
    comment: 'what runs in the reader’s browser imports only itself and packages',
    severity: 'error',
    from: { path: '^src/site/client/' },
    to: { path: '^src/', pathNot: '^src/site/client/' },
  },
  {
    name: 'no-circle',
    comment: 'no file imports itself by way of others, types aside',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'resolves',
    comment: 'every import leads somewhere',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'src-alone',
    comment: 'src never imports tests, scripts or a development dependency',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^(tests|scripts|bench|examples)/' },
  },
  {
    name: 'no-development-dependency',
    comment: 'what src imports is in dependencies, types aside',
    severity: 'error',
    from: { path: '^src/' },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only'],
      pathNot: '^node_modules/@types/',
    },
  },
];
