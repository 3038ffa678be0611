import { beforeAll, expect, it } from 'vitest';
import { submit } from '@/prisma/factories/submissions';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { listQueue } from './queue';
import { queueFilter } from './schema';

useTestDatabase();

const find = async (q: string) => (await listQueue(queueFilter.parse({ q }))).rows.map(({ reference }) => reference);
const from = async (affiliation: string, answer: string) =>
  (await submit({ answers: { comments: answer }, about: { affiliation, show: { affiliation: true } }, consent: true }))
    .reference;

let [german, chinese, polish, arabic] = ['', '', '', ''];
beforeAll(async () => {
  german = await from('Zoë Müller Institut', 'Rede im Élysée über Straßen.');
  chinese = await from('中国北京大学网络研究院', '关于巴黎倡议的意见');
  polish = await from('Instytut Zoe\u0308 Łódź', 'Bezpieczen\u0301stwo.');
  arabic = await from('المركز العربي', 'إِعْلَان القاهرة');
});

it.each([
  ['Zoe', () => [polish, german]],
  ['Zoë', () => [polish, german]],
  ['Zoe\u0308', () => [polish, german]],
  ['ZOË', () => [polish, german]],
  ['Muller', () => [german]],
  ['Müll', () => [german]],
  ['Elysee', () => [german]],
  ['strasse', () => [german]],
  ['Lodz', () => [polish]],
  ['bezpieczeństwo', () => [polish]],
  ['北京大学', () => [chinese]],
  ['京大', () => [chinese]],
  ['网络', () => [chinese]],
  ['巴黎', () => [chinese]],
  ['"巴黎 倡议"', () => [chinese]],
  ['北大', () => []],
  ['اعلان', () => [arabic]],
  ['العربي', () => [arabic]],
])('the desk finds %j', async (q, expected) => {
  expect(await find(q)).toEqual(expected());
});

it('the desk finds a reference by any part of it', async () => {
  const [, call = '', number = ''] = /^BPF-(.+)-(\d+)$/.exec(german) ?? [];
  for (const q of [
    german,
    `${call}-${number}`,
    `${call}-${Number(number)}`,
    `BPF-${call}-${Number(number)}`,
    `bpf-${call}-${number}`,
    number,
  ])
    expect(await find(q)).toEqual([german]);
});
