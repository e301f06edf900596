import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's cache folder for things that can be had again. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'counterfoil');

/** Where a cluster keeps its settings, logs and process ids; COUNTERFOIL_TRINO_HOME moves it. */
export const home = process.env.COUNTERFOIL_TRINO_HOME || join(cache, 'trino-cluster');

/** The folder that every process of the cluster sees as `local:///`. */
export const lake = process.env.COUNTERFOIL_TRINO_LAKE || join(home, 'lake');

/** The first of three ports on loopback. */
export const port = Number(process.env.COUNTERFOIL_TRINO_PORT || 18480);
