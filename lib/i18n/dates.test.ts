import { describe, expect, it } from 'vitest';
import { sayDay, sayMoment, sayPartialDate } from './dates';

describe('sayPartialDate', () => {
  it.each([
    ['2018', '2018'],
    ['2018-02', 'Feb 2018'],
    ['2018-04-17', '17 April 2018'],
    ['2018-13', '2018-13'],
    ['some day', 'some day'],
  ])('says %s as %s', (value, words) => {
    expect(sayPartialDate(value, 'en')).toBe(words);
  });
});

describe('moments', () => {
  it('say the day of the zone they are asked for in', () => {
    expect(sayDay('2020-10-17T23:59:59.000Z', 'en')).toBe('17 October 2020');
    expect(sayDay('2020-10-17T23:59:59.000Z', 'en', 'Asia/Tokyo')).toBe('18 October 2020');
  });

  it('say a deadline with its zone', () => {
    expect(sayMoment('2020-10-17T23:59:59.000Z', 'en')).toBe('17 October 2020 at 23:59 UTC');
    expect(sayMoment('2020-10-17T23:59:59.000Z', 'en', 'Europe/Paris')).toBe('18 October 2020 at 01:59 (Paris, UTC+2)');
    expect(sayMoment('2020-12-17T23:59:59.000Z', 'en', 'America/St_Johns')).toBe('17 December 2020 at 20:29 (St Johns, UTC-3:30)');
    expect(sayMoment('2020-12-17T12:00:00.000Z', 'en', 'America/Argentina/Buenos_Aires')).toBe('17 December 2020 at 09:00 (Buenos Aires, UTC-3)');
    expect(sayMoment('2020-12-17T12:00:00.000Z', 'en', 'Etc/GMT+12')).toBe('17 December 2020 at 00:00 UTC-12');
  });
});
