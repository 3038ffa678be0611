import fc from 'fast-check';
import { expect, it } from 'vitest';
import { db } from '@/lib/platform/db/client';
import { useTestDatabase } from '@/prisma/factories/test-database';
import { foldText, searchWords } from './fold-text';

useTestDatabase();

const SCRIPTS =
  'éÉÅøØßẞŁłđĐþÞæÆœŒıİŋςΣΆй̈ёЁ̀́שָׁالْقَاهِرَةـकीर्तिপ্রকিন北京大学東京がカ゛ガ한국กิ่ຂໍខ្មែរမြန်မာﬁⅣ①Ａ１٣ﷺ👩🏽‍🚀\u200B\u00AD\u202E\u200F\u034F-–_.,;:()/&\'’"。、· \t\n';
const letter = fc.oneof(fc.constantFrom(...SCRIPTS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }));

it('the database folds and parts words as the app does', async () => {
  const texts = fc.sample(
    fc.array(letter, { maxLength: 12 }).map((parts) => parts.join('').replaceAll('\0', '').toWellFormed()),
    2_000,
  );
  const rows = await db.$queryRaw<
    { folded: string; words: string }[]
  >`SELECT fold_text(t) AS folded, search_words(t) AS words FROM unnest(${texts}::text[]) WITH ORDINALITY AS given(t, at) ORDER BY at`;
  rows.forEach(({ folded, words }, at) => {
    const text = texts[at] ?? '';
    expect({ text, folded, words }).toEqual({ text, folded: foldText(text), words: searchWords(text) });
  });
});
