import { expect, it } from 'vitest';
import { charactersIn, droppedIn } from './dropped';

it('says where invisible characters were dropped, and which', () => {
  const found = droppedIn({
    answers: { gaps: 'a\u202Eb\u200B' },
    projects: [{ title: 'plain' }, { title: '\u00ADx\u200B' }],
    consent: true,
    none: null,
  });
  expect(found).toEqual([
    { path: 'answers.gaps', characters: ['U+202E', 'U+200B'] },
    { path: 'projects.1.title', characters: ['U+00AD', 'U+200B'] },
  ]);
  expect(charactersIn(found)).toEqual(['U+202E', 'U+200B', 'U+00AD']);
  expect(droppedIn({ text: 'می‌خواهم 👩‍👩‍👧\r\nline' })).toEqual([]);
});
