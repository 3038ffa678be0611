import { describe, expect, it } from 'vitest';
import { COUNTRIES } from './constants';
import { regionOf } from './regions';

describe('regions', () => {
  it('knows the region of each country that the form offers, but of two', () => {
    expect(COUNTRIES.filter((code) => regionOf(code) === 'other')).toEqual(['AQ', 'TW']);
  });

  it.each([
    ['KE', 'africa'],
    ['CA', 'americas'],
    ['CY', 'asia'],
    ['RU', 'europe'],
    ['FJ', 'oceania'],
  ])('puts %s into %s', (code, region) => expect(regionOf(code)).toBe(region));
});
