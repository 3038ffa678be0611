/** How many times slower than a bare server and than an empty route of ours. */
export type Ratios = { toBare: number; toEmpty: number };

/** So many times the kept ratio is still let through. */
export const MOST_SLOWER = 1.2;

/** The rows whose ratios are too far above the kept ones, with both; a row that is not kept is new. */
export const exceeded = (kept: Record<string, Ratios>, found: Record<string, Ratios>): string[] =>
  Object.entries(found).flatMap(([title, ratios]) =>
    (['toBare', 'toEmpty'] as const)
      .filter((name) => kept[title] !== undefined && ratios[name] > kept[title][name] * MOST_SLOWER)
      .map((name) => `${title} (${ratios[name].toFixed(2)}x, kept ${kept[title]?.[name].toFixed(2)}x)`),
  );
