const ROMAN = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** A number as the list writes it. */
export function listNumber(count: number, format: string): string {
  if (/letter/i.test(format)) {
    const letter = String.fromCharCode(97 + ((count - 1) % 26));
    return format.startsWith('upper') ? letter.toUpperCase() : letter;
  }
  if (!/roman/i.test(format) || count > 50) return String(count);
  let [rest, roman] = [count, ''];
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) roman += letters;
  return format.startsWith('upper') ? roman.toUpperCase() : roman;
}
