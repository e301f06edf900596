import { textWidth } from '../../src/site/charts/labels.ts';

/** Where a text of a drawing stands, by the estimate of its width. */
export interface TextBox {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The boxes of all `<text>` elements of a drawing, at 12 px, a little smaller than the letters may be. */
export function textBoxes(svg: string): TextBox[] {
  return [...svg.matchAll(/<text x="([^"]+)" y="([^"]+)"([^>]*)>([^<]*)<\/text>/g)].map(
    ([, x, y, rest = '', raw = '']) => {
      const text = raw.replace(/&\w+;|&#\d+;/g, '&');
      const width = textWidth(text, 11);
      const anchor = /text-anchor="(\w+)"/.exec(rest)?.[1] ?? 'start';
      const left = Number(x) - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
      return { text, left, right: left + width, top: Number(y) - 9, bottom: Number(y) + 1 };
    },
  );
}

/** Pairs that lie on one another. */
export function overlaps(boxes: TextBox[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `"${a.text}" on "${b.text}"`),
  );
}
