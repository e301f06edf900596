import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Shape = Feature<Polygon | MultiPolygon, { name: string }>;
type Atlas = Topology<Record<string, GeometryCollection<{ name: string }>>>;

/** A file of `us-atlas`, its arcs as plain coordinates rounded and thinned to what can be seen at this size. */
function atlas(name: 'states-albers-10m' | 'counties-albers-10m' | 'counties-10m', tolerance: number): Atlas {
  const file = createRequire(import.meta.url).resolve(`us-atlas/${name}.json`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const { scale = [1, 1], translate = [0, 0] } = topology.transform ?? {};
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const places = arc.map(([dx = 0, dy = 0]): Position => {
      x += dx;
      y += dy;
      return [x * (scale[0] ?? 1) + (translate[0] ?? 0), y * (scale[1] ?? 1) + (translate[1] ?? 0)];
    });
    return thin(places, tolerance);
  });
  const { transform: _, ...rest } = topology;
  return { ...rest, arcs } as Atlas;
}

/**
 * Fewer points for the same line: Douglas and Peucker (1973). Arcs are thinned, not shapes, so that neighbours keep
 * one common border. The ends of an arc stay.
 */
export function thin(places: Position[], tolerance: number): Position[] {
  if (tolerance === 0 || places.length <= 2) return places;
  const keep = new Array<boolean>(places.length).fill(false);
  keep[0] = true;
  keep[places.length - 1] = true;
  const open: [number, number][] = [[0, places.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [far, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i += 1) {
      const off = distance(places[i] as Position, places[from] as Position, places[to] as Position);
      if (off > most) [far, most] = [i, off];
    }
    if (far > 0) {
      keep[far] = true;
      open.push([from, far], [far, to]);
    }
  }
  return places.filter((_, i) => keep[i]);
}

/** From a place to the line between two others, or to the first where they are one (a closed arc). */
function distance(place: Position, a: Position, b: Position): number {
  const [x = 0, y = 0] = place;
  const [ax = 0, ay = 0] = a;
  const [dx, dy] = [(b[0] ?? 0) - ax, (b[1] ?? 0) - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dy * (x - ax) - dx * (y - ay)) / length;
}

const kept = new Map<string, Map<string, Shape>>();

/** Shapes by FIPS code, read once. `tolerance` is in the units of the file: px for Albers, degrees otherwise. */
export function shapes(
  name: 'states-albers-10m' | 'counties-albers-10m' | 'counties-10m',
  layer: 'states' | 'counties',
  tolerance: number,
): Map<string, Shape> {
  const key = `${name} ${layer} ${tolerance}`;
  let found = kept.get(key);
  if (!found) {
    const topology = atlas(name, tolerance);
    const collection = topology.objects[layer] as GeometryCollection<{ name: string }>;
    const features = feature(topology, collection).features as Shape[];
    found = new Map(features.map((shape) => [String(shape.id), shape]));
    kept.set(key, found);
  }
  return found;
}

/** The borders of a layer, each once, as open lines. */
export function borders(
  name: 'states-albers-10m' | 'counties-albers-10m',
  layer: 'states' | 'counties',
  tolerance: number,
) {
  const topology = atlas(name, tolerance);
  return mesh(topology, topology.objects[layer] as GeometryCollection<{ name: string }>).coordinates;
}

/** The rings of a shape, each a closed list of places. */
export function rings(shape: Shape): Position[][] {
  const { geometry } = shape;
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
}
