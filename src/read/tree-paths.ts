/**
 * Records that come as trees (XML, JSON, YAML) are read as tables: a column is a path from the record to a value,
 * lower case, names joined by `/`. Attributes are `path@name`; a value outside the record (of the feed, of an
 * enclosing object) is `../path`; the first of several alike counts. An element with a `rel` is `name[rel]`.
 */
export const outside = '../';

/** Depth of a tree beyond which no record goes. */
export const deepest = 100;
