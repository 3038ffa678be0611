import { describe, expect, it } from 'vitest';
import { sayAuthor, sayCountry } from './attribution';

const words = { anonymous: 'Anonymous', unnamed: 'Contributor not named' };
const attribution = { anonymous: false, name: null, affiliation: null, country: null, stakeholderGroup: null };

describe('who a contribution is from', () => {
  it('names the affiliation before the name, and says so where neither may be shown', () => {
    expect(sayAuthor({ ...attribution, name: 'Programme office', affiliation: 'Example institute' }, words)).toBe(
      'Example institute',
    );
    expect(sayAuthor({ ...attribution, name: 'Programme office' }, words)).toBe('Programme office');
    expect(sayAuthor(attribution, words)).toBe('Contributor not named');
  });

  it('says anonymous where the author chose so, and where the author was removed', () => {
    expect(
      sayAuthor({ ...attribution, anonymous: true, name: 'Programme office', affiliation: 'Example institute' }, words),
    ).toBe('Anonymous');
    expect(sayAuthor(null, words)).toBe('Anonymous');
  });

  it('says a country by its name, and any other text unchanged', () => {
    expect(sayCountry('KE', 'en')).toBe('Kenya');
    expect(sayCountry('Zanzibar', 'en')).toBe('Zanzibar');
  });
});
