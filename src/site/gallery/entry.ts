import type { Child } from 'hono/jsx';

/** One component with sample data. */
export interface GalleryEntry {
  name: string;
  body: () => Child;
}
