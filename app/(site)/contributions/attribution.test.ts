import { describe, expect, it } from 'vitest';
import { sayAuthor, sayCountry } from './attribution';

const words = { anonymous: 'Anonymous', unnamed: 'Contributor not named' };
const attribution = { anonymous: false, name: null, affiliation: null, country: null, stakeholderGroup: null };

describe('who a contribution is from', () => {
  it('is the affiliation before the name, and empty where neither may be shown', () => {
    expect(sayAuthor({ ...attribution, name: 'Programme office', affiliation: 'Example institute' }, words)).toBe(
      'Example institute',
    );
    expect(sayAuthor({ ...attribution, name: 'Programme office' }, words)).toBe('Programme office');
    expect(sayAuthor(attribution, words)).toBe('Contributor not named');
  });

  it('is anonymous where the author chose so, and where nothing is left of it', () => {
    expect(
      sayAuthor({ ...attribution, anonymous: true, name: 'Programme office', affiliation: 'Example institute' }, words),
    ).toBe('Anonymous');
    expect(sayAuthor(null, words)).toBe('Anonymous');
  });

  it('says a country by its name, and anything else as it is', () => {
    expect(sayCountry('KE', 'en')).toBe('Kenya');
    expect(sayCountry('Zanzibar', 'en')).toBe('Zanzibar');
  });
});
