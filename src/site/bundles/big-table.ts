import { bigTable } from './table/big-table.ts';

// A page is complete without it: the first rows stand below, and all of them are in the files.
for (const place of document.querySelectorAll<HTMLElement>('[data-big-table]'))
  bigTable(place).catch(() => {
    place.hidden = true;
  });
