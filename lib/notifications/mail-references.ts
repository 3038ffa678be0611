import { db } from '@/lib/platform/db/client';
import facts from '@/lib/platform/i18n/messages/en/facts.json';
import { keyWords } from '@/lib/platform/text/key-words';

/** What agreements, retired ones among them, and criteria are called, by the part of a value that holds their key. */
export type MailNames = Readonly<Record<'agreement' | 'criterion', ReadonlyMap<string, string>>>;
const PARTS = ['agreement', 'criterion'] as const;

/** The names for the values and rows of a mail, which knows nothing of the dataset. */
export async function readMailNames(): Promise<MailNames> {
  const agreements = await db.agreement.findMany({ select: { slug: true, shortName: true } });
  const criteria = await db.criterion.findMany({ select: { key: true, shortTitle: true } });
  return {
    agreement: new Map(agreements.map(({ slug, shortName }) => [slug, shortName])),
    criterion: new Map(criteria.map(({ key, shortTitle }) => [key, shortTitle])),
  };
}

/** A cell's value, with names in place of the keys that it refers by; a key without a name stays. */
export function withNames(value: unknown, names: MailNames): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const named = PARTS.flatMap((part) => {
    const name = part in value ? names[part].get(String(Reflect.get(value, part))) : undefined;
    return name === undefined ? [] : [[part, name] as const];
  });
  return { ...value, ...Object.fromEntries(named) };
}

/** The name of a cell's row in words, such as “builds on Paris Call”; none for a fact of one cell or a criterion. */
export function rowInMail(key: string, names: MailNames): { row?: string } {
  const [field = '', row = ''] = key.split(':');
  if (row === '') return {};
  const found = PARTS.filter((part) => hasPart(field, part)).flatMap((part) =>
    [...names[part]].filter(([one]) => `-${row}-`.includes(`-${one}-`)),
  );
  const [known] = found.toSorted(([one], [other]) => other.length - one.length);
  return { row: known ? keyWords(row.replace(known[0], '*')).replace('*', () => known[1]) : keyWords(row) };
}

function hasPart(field: string, part: string): boolean {
  const entry = Object.entries(facts).find(([key]) => key === field)?.[1] ?? {};
  return 'parts' in entry && entry.parts instanceof Object && part in entry.parts;
}

/** A proposed agreement that isn't in the dataset is called what its own `name` cell says. */
export function nameAmong(changes: { key: string; value: unknown }[]): string {
  return String(changes.find(({ key }) => key === 'name')?.value ?? '');
}
