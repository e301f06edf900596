const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letters = `${capitals}${capitals.toLowerCase()}`;

/**
 * A pattern of any capitalised word of plain letters except those given, for engines whose patterns cannot say "not":
 * a word may leave the given ones at any letter, or end before or behind one.
 */
export function otherWords(words: readonly string[]): string {
  const from = (beginning: string): string => {
    const given = words.filter((word) => word.startsWith(beginning) && word !== beginning);
    const next = [...new Set(given.map((word) => word.charAt(beginning.length)))];
    const others = [...(beginning === '' ? capitals : letters)].filter((letter) => !next.includes(letter));
    const ways = [
      `[${others.join('')}][A-Za-z]*`,
      ...next.map((letter) => `${letter}${from(beginning + letter)}`),
    ];
    const mayEnd = beginning !== '' && !words.includes(beginning);
    return `(?:${ways.join('|')})${mayEnd ? '?' : ''}`;
  };
  return from('');
}
