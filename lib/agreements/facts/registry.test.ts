import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { catalogues } from '@/lib/platform/i18n/catalogue';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { RELATIONS } from './relations';
import { ALL_FIELDS, CELL_FACTS, FACTS, isRowField } from './registry';

useTestDatabase();

type PartWords = { label: string; choices?: Record<string, string> };

/** Files of this folder that hold what all facts share; every other one is a fact. */
const SHARED = [
  'cell-name',
  'columns',
  'fact',
  'kinds',
  'linked-data',
  'periods',
  'pieces',
  'record',
  'reference-names',
  'references',
  'registry',
  'row-key',
  'schemas',
  'typed',
  'view-value',
  'words',
];
const fileOf = (field: string) => field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

it('has every fact file of the folder', () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
  expect(files.sort()).toEqual([...SHARED, ...ALL_FIELDS.map(fileOf)].sort());
});

it('allows the same facts as the check constraint of the table of cells', async () => {
  const [check] = await db.$queryRaw<{ definition: string }[]>`
    SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'cells_fact_check'`;
  const definition = check?.definition ?? '';
  const cells = [...definition.matchAll(/'(\w+)'/g)].flatMap(([, key]) => key ?? []);
  const rows = /\^\(([\w|]+)\):/.exec(definition)?.[1]?.split('|') ?? [];
  expect(cells.filter((key) => key !== 'assessment').sort()).toEqual(
    ALL_FIELDS.filter((field) => !isRowField(field)).sort(),
  );
  expect(rows.sort()).toEqual(CELL_FACTS.filter(isRowField).sort());
});

it('has one entry in each catalogue for every fact, and for nothing else', () => {
  for (const { facts } of Object.values(catalogues)) {
    expect(Object.keys(facts).sort()).toEqual([...ALL_FIELDS].sort());
    const labels = Object.values(facts).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

it('has a word for every choice', () => {
  for (const field of ALL_FIELDS) {
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

it('has words for every part of a record, for each of its choices, and for nothing else', () => {
  for (const field of ALL_FIELDS) {
    const { value } = FACTS[field];
    if (value.kind !== 'record') continue;
    for (const { facts } of Object.values(catalogues)) {
      const entry: object = facts[field];
      const { parts = {}, say = '' } = entry as { parts?: Record<string, PartWords>; say?: string };
      expect([field, Object.keys(parts)]).toEqual([field, Object.keys(value.parts)]);
      for (const [part, definition] of Object.entries(value.parts)) {
        const choices = definition.kind === 'choice' ? [...definition.choices] : [];
        expect([field, part, Object.keys(parts[part]?.choices ?? {})]).toEqual([field, part, choices]);
        if (definition.kind !== 'link') expect(say).toContain(`{${part}`);
      }
    }
  }
});

it('has words for each relation seen from the other side', () => {
  for (const { agreements } of Object.values(catalogues))
    expect(Object.keys(agreements.page.inverse)).toEqual([...RELATIONS]);
});
