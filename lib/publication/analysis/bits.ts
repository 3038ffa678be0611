/** A set of places in a list, 30 to a number: comparing two agreements is then an `and` and a count. */
export type Bits = readonly number[];

const PER_WORD = 30;

export function bitsOf<T>(list: readonly T[], holds: (item: T) => boolean): Bits {
  const words = Array<number>(Math.ceil(list.length / PER_WORD)).fill(0);
  list.forEach((item, at) => {
    const word = Math.floor(at / PER_WORD);
    if (holds(item)) words[word] = (words[word] ?? 0) | (1 << (at % PER_WORD));
  });
  return words;
}

/** How many bits of a word are set. */
export function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
