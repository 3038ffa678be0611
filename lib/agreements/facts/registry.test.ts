import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { FACT_FIELDS, FACTS } from './registry';

useTestDatabase();

/** Files of this folder that hold what all facts share; every other one is a fact. */
const SHARED = ['columns', 'fact', 'kinds', 'linked-data', 'pieces', 'registry', 'schemas', 'typed', 'words'];
const fileOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

it('has every fact file of the folder', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  expect(files.sort()).toEqual([...SHARED, ...FACT_FIELDS.map(fileOf)].sort());
});

it('allows the same facts as the check constraint of the table of cells', async () => {
  const [check] = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'cells_fact_check'`;
  const allowed = [...(check?.definition.matchAll(/'(\w+)'/g) ?? [])].map(([, key]) => key);
  expect(allowed.filter((key) => key !== 'assessment').sort()).toEqual([...FACT_FIELDS].sort());
});

it('has one entry in each catalogue for every fact, and for nothing else', () => {
  for (const { facts } of Object.values(catalogues)) {
    expect(Object.keys(facts).sort()).toEqual([...FACT_FIELDS].sort());
    const labels = Object.values(facts).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

it('has a word for every choice', () => {
  for (const field of FACT_FIELDS) {
    const { value } = FACTS[field];
    const entries: Record<string, { label: string; choices?: Record<string, string> }>[] = Object.values(
      catalogues,
    ).map(({ facts }) => facts);
    for (const entry of entries)
      expect([field, Object.keys(entry[field]?.choices ?? {})]).toEqual([
        field,
        value.kind === 'choice' ? [...value.choices] : [],
      ]);
  }
});
