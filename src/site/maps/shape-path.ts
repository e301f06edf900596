import type { Position } from 'geojson';

/** Twice the signed area of a ring. */
function area(ring: Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i - 1] as Position;
    const [bx = 0, by = 0] = ring[i] as Position;
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Two numbers in the shortest form that a path reads. */
function pair(x: number, y: number): string {
  const short = (tenths: number) => String(tenths / 10).replace(/^(-?)0\./, '$1.');
  const [a, b] = [short(x), short(y)];
  return b.startsWith('-') || (b.startsWith('.') && a.includes('.')) ? a + b : `${a} ${b}`;
}

/**
 * Path data of rings in px, rounded to one decimal and written as steps from point to point. Rings smaller than
 * `least` square px are left out, save the largest: an island is never lost as a whole.
 */
export function shapePath(rings: Position[][], least = 0): string {
  const sized = rings.map((ring) => ({ ring, size: Math.abs(area(ring)) / 2 }));
  const largest = Math.max(...sized.map((one) => one.size));
  const kept = sized.filter(({ size }) => size >= least || size === largest);
  return steps(
    kept.map(({ ring }) => ring.slice(0, -1)),
    'z',
  );
}

/** Path data of open lines in px, in the same short form. */
export function linePath(lines: Position[][]): string {
  return steps(lines, '');
}

function steps(lines: Position[][], close: 'z' | ''): string {
  let data = '';
  let [x, y] = [0, 0];
  for (const line of lines) {
    const places = line.map(([px = 0, py = 0]): [number, number] => [
      Math.round(px * 10),
      Math.round(py * 10),
    ]);
    const [start] = places;
    if (!start) continue;
    data += `${data === '' ? 'M' : 'm'}${pair(start[0] - x, start[1] - y)}`;
    [x, y] = start;
    let command = 'l';
    for (const [px, py] of places.slice(1)) {
      if (px === x && py === y) continue;
      const step = pair(px - x, py - y);
      data += command !== '' || step.startsWith('-') ? command + step : ` ${step}`;
      command = '';
      [x, y] = [px, py];
    }
    data += close;
    // After closing, a path stands at its start again.
    if (close) [x, y] = start;
  }
  return data;
}

/** The middle of the largest ring, for a label. */
export function middle(rings: Position[][]): [number, number] {
  const ring = rings.reduce(
    (best, one) => (Math.abs(area(one)) > Math.abs(area(best)) ? one : best),
    rings[0] ?? [],
  );
  let [x, y] = [0, 0];
  for (let i = 1; i < ring.length; i += 1) {
    const [ax = 0, ay = 0] = ring[i - 1] as Position;
    const [bx = 0, by = 0] = ring[i] as Position;
    x += (ax + bx) * (ax * by - bx * ay);
    y += (ay + by) * (ax * by - bx * ay);
  }
  const six = 3 * area(ring) || 1;
  return [x / six, y / six];
}
