import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lake, port } from './folders.mjs';
import { secureSettings } from './secure.mjs';

/** @typedef {{ name: string, port: number, heapMegabytes: number, coordinator: boolean, secure?: boolean }} Node */

/** The processes of the cluster. Heaps are for a machine shared with others: 3.5 GB together. @type {Node[]} */
export const nodes = [
  { name: 'coordinator', port, heapMegabytes: 1500, coordinator: true },
  { name: 'worker-1', port: port + 1, heapMegabytes: 1000, coordinator: false },
  { name: 'worker-2', port: port + 2, heapMegabytes: 1000, coordinator: false },
];

/** A coordinator that works alone and lets nobody in without a password; started by the tests of credentials only. @type {Node} */
export const secureNode = {
  name: 'secure',
  port: port + 4,
  heapMegabytes: 900,
  coordinator: true,
  secure: true,
};

/** Heap of a worker can be raised for measurements: COUNTERFOIL_TRINO_WORKER_MB. */
const workerHeap = Number(process.env.COUNTERFOIL_TRINO_WORKER_MB || 0);

/** COUNTERFOIL_TRINO_JIT=full: rows by the million, where what is compiled and collected well pays. */
const measuring = process.env.COUNTERFOIL_TRINO_JIT === 'full';

/** Writes what a node reads at its start. @param {Node} node @param {string} folder @param {import('./server.mjs').Server} server */
export function writeSettings(node, folder, server) {
  const etc = join(folder, 'etc');
  rmSync(etc, { recursive: true, force: true });
  mkdirSync(join(etc, 'catalog'), { recursive: true });
  mkdirSync(join(folder, 'data'), { recursive: true });
  mkdirSync(lake, { recursive: true });
  const put = (
    /** @type {string} */ name,
    /** @type {Record<string, string | number | boolean>} */ settings,
  ) =>
    writeFileSync(
      join(etc, name),
      Object.entries(settings)
        .map(([key, value]) => `${key}=${value}\n`)
        .join(''),
    );
  const heap = heapOf(node);
  put('config.properties', {
    coordinator: node.coordinator,
    ...(node.coordinator
      ? { 'node-scheduler.include-coordinator': node.secure === true, 'web-ui.enabled': false }
      : {}),
    ...(node.secure ? secureSettings(folder, server.java) : {}),
    'http-server.http.port': node.port,
    'discovery.uri': `http://127.0.0.1:${node.secure ? node.port : port}`,
    'plugin.dir': join(server.folder, 'plugin'),
    // Tests make catalogs of their own.
    'catalog.management': 'dynamic',
    'query.max-memory': `${heap}MB`,
    'query.max-memory-per-node': `${Math.round(heap * 0.6)}MB`,
    'memory.heap-headroom-per-node': `${Math.round(heap * 0.2)}MB`,
    'query.client.timeout': '2m',
    'query.remote-task.max-error-duration': '20s',
    'task.concurrency': 2,
    'task.max-worker-threads': 4,
    // All nodes are on one machine: packing what they send one another costs more than it saves.
    'exchange.compression-codec': 'NONE',
  });
  put('catalog/lake.properties', {
    'connector.name': 'hive',
    'hive.metastore': 'file',
    'hive.metastore.catalog.dir': 'local:///metastore',
    'fs.native-local.enabled': true,
    'local.location': lake,
    'hive.storage-format': 'PARQUET',
    'hive.compression-codec': 'ZSTD',
    'hive.timestamp-precision': 'MICROSECONDS',
    'hive.allow-register-partition-procedure': true,
    'hive.non-managed-table-writes-enabled': true,
  });
  put('log.properties', { 'io.trino': 'INFO' });
}

/** @param {Node} node */
function heapOf(node) {
  return node.coordinator || workerHeap === 0 ? node.heapMegabytes : workerHeap;
}

/** The command line of a node. @param {Node} node @param {string} folder @param {import('./server.mjs').Server} server */
export function commandOf(node, folder, server) {
  const newer =
    server.javaVersion >= 24
      ? ['--sun-misc-unsafe-memory-access=allow', '--enable-native-access=ALL-UNNAMED']
      : [];
  return [
    `-Xmx${heapOf(node)}M`,
    // In measurements the collector that costs least; the other one, which the server's makers advise, stops for less long.
    measuring ? '-XX:+UseParallelGC' : '-XX:+UseG1GC',
    '-XX:+ExitOnOutOfMemoryError',
    // Short runs are over before the second compiler pays.
    ...(measuring ? [] : ['-XX:TieredStopAtLevel=1']),
    '-XX:ReservedCodeCacheSize=256M',
    '-Djdk.attach.allowAttachSelf=true',
    '-XX:+EnableDynamicAgentLoading',
    '-Dfile.encoding=UTF-8',
    '-Duser.timezone=UTC',
    ...newer,
    '-cp',
    join(server.folder, 'lib', '*'),
    `-Dconfig=${join(folder, 'etc', 'config.properties')}`,
    `-Dlog.levels-file=${join(folder, 'etc', 'log.properties')}`,
    '-Dnode.environment=counterfoil',
    `-Dnode.id=${node.name}`,
    `-Dnode.data-dir=${join(folder, 'data')}`,
    '-Dnode.bind-ip=127.0.0.1',
    '-Dnode.internal-address=127.0.0.1',
    'io.trino.server.TrinoServer',
  ];
}
