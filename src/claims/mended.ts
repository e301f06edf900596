/**
 * Versions of the program that put a mistake of an earlier one right, as `counterfoil 1.2.0`. A verdict that moves on
 * the same records under one of these was wrong before, and its notice says so; under any other version it was revised.
 */
export const mended: ReadonlySet<string> = new Set();
