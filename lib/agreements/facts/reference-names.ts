/**
 * What agreements and criteria are called, by the keys under which values of other cells refer to them. It is plain
 * data, so that caches, the browser and mails can hold it.
 */
export type ReferenceNames = Readonly<Record<'agreements' | 'criteria', Readonly<Record<string, string>>>>;

const TABLES = { agreement: 'agreements', criterion: 'criteria' } as const;

type ReferenceKind = keyof typeof TABLES;

/** What all agreements or all criteria are called, by key. */
export const referenceTable = (names: ReferenceNames, kind: ReferenceKind) => names[TABLES[kind]];

/** The name of an agreement or a criterion; the key itself, where the dataset never had it. */
export function referenceName(names: ReferenceNames, kind: ReferenceKind, key: string): string {
  const table = referenceTable(names, kind);
  return (Object.hasOwn(table, key) ? table[key] : undefined) ?? key;
}

type Named = {
  agreements: readonly { slug: string; shortName: string }[];
  sets: readonly { criteria: readonly { key: string; title: string }[] }[];
};

/** The names of these agreements and of the criteria of these sets. */
export const referenceNamesIn = ({ agreements, sets }: Named): ReferenceNames => ({
  agreements: Object.fromEntries(agreements.map(({ slug, shortName }) => [slug, shortName])),
  criteria: Object.fromEntries(sets.flatMap(({ criteria }) => criteria.map(({ key, title }) => [key, title]))),
});
