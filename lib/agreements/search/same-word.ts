/** How many slips of the finger a word of this length may hold and still be the same word. */
const slips = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Whether two folded words are the same but for a typing error: a letter too many, too few, wrong, or two in the wrong order. */
export function sameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const allowed = slips(Math.min(one.length, other.length));
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed || /\d/.test(one + other)) return false;
  return distance(one, other) <= allowed;
}

/** The number of single typing errors that lead from one word to the other. */
function distance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const wrong = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const ways = [
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + wrong,
        ...(swapped ? [at(before, j - 2) + 1] : []),
      ];
      row.push(Math.min(...ways));
    }
    [before, last] = [last, row];
  }
  return at(last, other.length);
}

const at = (row: number[], index: number) => row[index] ?? Infinity;
