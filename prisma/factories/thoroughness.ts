/** Whether the tests run as `npm test -- slow`: with many more rounds and generated values. */
export const isThorough = process.env.THOROUGH === '1';

/** How many rounds a race has, or how often a property is tried. */
export const rounds = (daily: number, thorough: number): number => (isThorough ? thorough : daily);
