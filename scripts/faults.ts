// `npm run faults [-- KILLS [SEED]]`: the whole campaign of faults, with its numbers at the end.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeExampleProject } from '../examples/make-project.ts';
import { projectPaths } from '../src/project/paths.ts';
import { anyCommands } from '../tests/faults/any-commands.ts';
import { failEveryCall } from '../tests/faults/every-call.ts';
import { killCampaign } from '../tests/faults/kills.ts';
import { cutPower } from '../tests/faults/power-cut.ts';
import { addTo, buildIn, exampleProject } from '../tests/support/example-project.ts';

const kills = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 1);
// Every so many calls; 1 tries all of them, which takes long.
const stride = Number(process.argv[4] ?? 1);
process.env.COUNTERFOIL_TEST_TMP = mkdtempSync(join(tmpdir(), 'counterfoil-faults-'));
const begun = performance.now();

const base = projectPaths(join(process.env.COUNTERFOIL_TEST_TMP, 'base'));
await makeExampleProject(base.root);
mkdirSync(base.records, { recursive: true });
const released = join(base.root, 'released');
const lists = readdirSync(released)
  .filter((name) => /^participating.*xlsx$/i.test(name))
  .sort()
  .slice(0, 6);
for (const name of readdirSync(released))
  if (!lists.includes(name)) rmSync(join(released, name), { recursive: true });

// A publisher that gives one list after the other, slowly enough to be killed in the middle.
let turn = 0;
const publisher = createServer((request, response) => {
  if (request.url !== '/list.xlsx') {
    response.writeHead(404).end();
    return;
  }
  const bytes = readFileSync(join(released, lists[turn++ % lists.length] as string));
  response.writeHead(200, { 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, bytes.length >> 1));
  setTimeout(() => response.end(bytes.subarray(bytes.length >> 1)), 200);
});
await new Promise<void>((resolve) => publisher.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(publisher.address() as AddressInfo).port}/list.xlsx`;
writeFileSync(
  base.config,
  `${readFileSync(base.config, 'utf8')}contact: desk@example.org\nsources:\n  - id: list\n    url: ${url}\n    allow: [http, private]\n`,
);

const say = (text: string) => process.stdout.write(`${text}\n`);
const addTwo: Parameters<typeof failEveryCall>[1] = (paths) =>
  addTo(
    paths,
    lists.slice(0, 2).map((name) => join(paths.root, 'released', name)),
  );
const adding = await failEveryCall(base, addTwo, stride);
say(
  `add:   ${adding.calls} calls, every ${stride === 1 ? '' : `${stride}th `}one failed in turn, ${adding.wrong.length} times something was wrong`,
);
const built = await exampleProject();
rmSync(built.derived, { recursive: true });
const building = await failEveryCall(built, (paths) => buildIn(paths), stride);
say(
  `build: ${building.calls} calls, every ${stride === 1 ? '' : `${stride}th `}one failed in turn, ${building.wrong.length} times something was wrong`,
);
const cutting = await cutPower(base, addTwo, stride);
say(
  `power: cut after each of ${cutting.syncs} syncs of add, ${cutting.states} states of the disk opened, ${cutting.wrong.length} times something was wrong`,
);
let random = '';
await anyCommands(base, 20, seed).catch((error: unknown) => {
  random = String(error);
});
say(
  `random: 20 sequences of commands, failures and kills, ${random === '' ? 0 : 1} times something was wrong`,
);
const killed = await killCampaign(base, kills, seed, { fetch: ['fetch', 'list', '--gap', '0'] });
const by = Object.entries(killed.byCommand)
  .map(([name, count]) => `${count} of ${name}`)
  .join(', ');
say(
  `kills: ${killed.kills} (${by}), ${killed.late} came too late, ${killed.compared} projects made again and compared, ${killed.wrong.length} times something was wrong`,
);
const wrong = [
  ...adding.wrong,
  ...building.wrong,
  ...cutting.wrong,
  ...(random === '' ? [] : [random]),
  ...killed.wrong,
];
for (const line of wrong) say(`  ${line}`);
say(
  `${wrong.length === 0 ? 'Nothing was lost, nothing half there was visible.' : 'SOMETHING WAS WRONG.'} ${Math.round((performance.now() - begun) / 1000)} seconds, seed ${seed}.`,
);
publisher.close();
rmSync(process.env.COUNTERFOIL_TEST_TMP, { recursive: true, force: true });
process.exitCode = wrong.length === 0 ? 0 : 1;
