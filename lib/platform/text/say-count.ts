/** `1 row`, `2 rows`, `1,200 rows`: a number of things in the words of the desk, which speaks English only. */
export const sayCount = (count: number, thing: string, things = `${thing}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? thing : things}`;
