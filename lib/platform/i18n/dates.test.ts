import { describe, expect, it } from 'vitest';
import { endOfYear, sayDay, sayDeadline, sayMoment, sayPartialDate, sayVersionDay, versionDate } from './dates';

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
  it('use the day of the given zone', () => {
    expect(sayDay('2020-10-17T23:59:59.000Z', 'en')).toBe('17 October 2020');
    expect(sayDay('2020-10-17T23:59:59.000Z', 'en', 'Asia/Tokyo')).toBe('18 October 2020');
  });

  it('say a deadline at the end of a day in its own zone by the day, any other to the minute', () => {
    const endOfDay = ({ day, zone }: { day: string; zone: string }) => `${day}, end of day (${zone})`;
    expect(sayDeadline('2020-10-17T23:59:59.000Z', 'en', 'UTC', endOfDay)).toBe('17 October 2020, end of day (UTC)');
    expect(sayDeadline('2020-10-17T20:59:59.000Z', 'en', 'Africa/Nairobi', endOfDay)).toBe(
      '17 October 2020, end of day (Nairobi, UTC+3)',
    );
    expect(sayDeadline('2020-10-17T23:59:59.000Z', 'en', 'Europe/Paris', endOfDay)).toBe(
      '18 October 2020 at 01:59 (Paris, UTC+2)',
    );
    expect(sayDeadline('2020-10-17T18:00:00.000Z', 'en', 'UTC', endOfDay)).toBe('17 October 2020 at 18:00 UTC');
  });

  it('state only the year of the first version, whose day no source gives', () => {
    const began = endOfYear('2019').toISOString();
    expect([sayVersionDay(began, 'en'), versionDate(began)]).toEqual(['2019', '2019']);
    const decided = '2020-11-26T10:00:00.000Z';
    expect([sayVersionDay(decided, 'en'), versionDate(decided)]).toEqual(['26 November 2020', '2020-11-26']);
  });

  it('say a deadline with its zone', () => {
    expect(sayMoment('2020-10-17T23:59:59.000Z', 'en')).toBe('17 October 2020 at 23:59 UTC');
    expect(sayMoment('2020-10-17T23:59:59.000Z', 'en', 'Europe/Paris')).toBe('18 October 2020 at 01:59 (Paris, UTC+2)');
    expect(sayMoment('2020-12-17T23:59:59.000Z', 'en', 'America/St_Johns')).toBe(
      '17 December 2020 at 20:29 (St Johns, UTC-3:30)',
    );
    expect(sayMoment('2020-12-17T12:00:00.000Z', 'en', 'America/Argentina/Buenos_Aires')).toBe(
      '17 December 2020 at 09:00 (Buenos Aires, UTC-3)',
    );
    expect(sayMoment('2020-12-17T12:00:00.000Z', 'en', 'Etc/GMT+12')).toBe('17 December 2020 at 00:00 UTC-12');
  });
});
