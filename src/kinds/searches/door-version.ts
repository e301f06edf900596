/**
 * The version of what the door writes of a row. Raised whenever the key of an event is made in another way: one search in
 * two logs has to have one key, so logs read by two doors cannot be counted together, and the program refuses to.
 */
export const doorVersion = 2;
