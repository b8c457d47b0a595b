/**
 * Matches everywhere. V8 compiles what follows it in a pattern once, not for each of the ways that lead there, and compiles
 * patterns well only until all of them take 16 MB: put it behind what is optional and before and behind long lists.
 */
export const once = '(?=[^]|$)'
