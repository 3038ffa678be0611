import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';

useTestDatabase();

const searched = async (text: string) => {
  const [row] = await db.$queryRaw<{ text: string }[]>`SELECT without_contact_details(${text}) AS text`;
  return row?.text;
};

it.each([
  'desk.office@example.org',
  'name (at) example (dot) org',
  'name[at]example.org',
  'office at example dot org',
  'office＠example.org',
  'a\\@example.org',
  '+41 22 730 51 11',
  '+41(0)22.730-5111',
  '0041 22 730 5111',
  'Tel.: 022 730 51 11',
  'Phone (202) 555-0143',
  '电话：010-5555-0143',
])('what readers do not see, "%s", is not looked through either, the words around it are', async (detail) => {
  const text = await searched(`Before that, ${detail} and after it`);
  expect(text).toMatch(/^Before that,.*and after it$/);
  expect(text).not.toMatch(/example|office|name|\d{3}/);
});

it.each([
  'from 2018-2020 and 2019/2020',
  'growth by +20 000 000 users',
  'Telecommunications at the UN',
  'doi:10.17487/RFC8446',
])('"%s" is looked through whole', async (text) => {
  expect(await searched(text)).toBe(text);
});
