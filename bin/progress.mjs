// Progress lines with the seconds since the command began.
const began = performance.now();

/** @param {number} moment */
export const secondsSince = (moment) => `${((performance.now() - moment) / 1000).toFixed(1)} s`;

/**
 * Prints one line of progress.
 * @param {string} text
 */
export function say(text) {
  console.log(`[${secondsSince(began).padStart(7)}] ${text}`);
}

/**
 * Runs a step and prints how long it took. A step without work returns false and is not printed.
 * @template Result
 * @param {string} name
 * @param {() => Result | Promise<Result>} step
 */
export async function timed(name, step) {
  const start = performance.now();
  const result = await step();
  if (result !== false) say(`${name}: ${secondsSince(start)}`);
  return result;
}
