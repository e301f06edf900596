/**
 * Whether the short form of the tests was asked for: all macros, some models of each kind, every command but publish on
 * a small project. The long form, `npm run test:trino`, is everything.
 */
export const short = process.env['COUNTERFOIL_TRINO_FORM'] === 'short';
