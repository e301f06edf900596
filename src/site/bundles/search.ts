import { finder } from './search/finder.ts';
import { searchBox } from './search/search-box.ts';

// A page is complete without it: the index of everything stands below the field.
for (const box of document.querySelectorAll<HTMLElement>('[data-search]')) searchBox(box, finder);
