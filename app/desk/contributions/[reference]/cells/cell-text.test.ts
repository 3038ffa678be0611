import { expect, it } from 'vitest';
import { contentInWords } from './cell-text';

const NAMES = { agreements: {}, criteria: {} };

it('says a value, why there is none, and that nothing is known', () => {
  const content = { value: 'An office', note: 'Since 2018.' };
  expect(contentInWords('maintainer', content, NAMES)).toBe('An office');
  expect(contentInWords('maintainer', { value: null, note: 'it was closed.' }, NAMES)).toBe(
    'None, because it was closed.',
  );
  expect(contentInWords('maintainer', { value: null, note: null }, NAMES)).toBe('No value');
  expect(contentInWords('maintainer', null, NAMES)).toBe('Nothing');
  expect(contentInWords('supply-chain-integrity', { value: 'yes', note: null }, NAMES)).toBe('Yes');
});
