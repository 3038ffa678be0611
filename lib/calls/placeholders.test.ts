import { describe, expect, it } from 'vitest';
import { aYearLater, clockIn, momentIn } from './local-time';
import { fillDates, placeholderDates, unknownPlaceholders } from './placeholders';

const call = {
  opensAt: new Date('2026-07-31T21:00:00Z'),
  closesAt: new Date('2026-10-17T20:59:59Z'),
  timeZone: 'Africa/Nairobi',
};

describe('placeholders', () => {
  it('say whole days as days, in the call’s own time zone', () => {
    const dates = placeholderDates(call, 'en');
    expect(fillDates('From {opening} until {deadline}, for the report of {year}.', dates)).toBe(
      'From 1 August 2026 until 17 October 2026, for the report of 2026.',
    );
  });

  it('say any other moment to the minute', () => {
    const dates = placeholderDates({ ...call, closesAt: new Date('2026-10-17T15:00:00Z') }, 'en');
    expect(dates.deadline).toBe('17 October 2026 at 18:00 (Nairobi, UTC+3)');
  });

  it('are the only words in braces; an opening needs a day of opening', () => {
    expect(unknownPlaceholders('{deadline} {opening} {year} { x } {1}', call)).toEqual([]);
    expect(unknownPlaceholders('{Deadline} {closing}', call)).toEqual(['Deadline', 'closing']);
    expect(unknownPlaceholders('{opening}', { opensAt: null })).toEqual(['opening']);
    expect(fillDates('{opening}', placeholderDates({ ...call, opensAt: null }, 'en'))).toBe('{opening}');
  });
});

describe('days and times of a zone’s clock', () => {
  it('are a moment, and the moment is the same day and time again', () => {
    for (const [zone, moment] of [
      ['UTC', '2026-10-17T23:59:00.000Z'],
      ['Africa/Nairobi', '2026-10-17T20:59:00.000Z'],
      ['America/St_Johns', '2026-10-18T02:29:00.000Z'],
      ['Asia/Kathmandu', '2026-10-17T18:14:00.000Z'],
    ] as const) {
      const found = momentIn(zone, '2026-10-17', '23:59');
      expect(found?.toISOString()).toBe(moment);
      expect(found && clockIn(zone, found)).toEqual({ day: '2026-10-17', time: '23:59' });
    }
  });

  it('change with summer time', () => {
    expect(momentIn('Europe/Zurich', '2026-03-29', '01:30')?.toISOString()).toBe('2026-03-29T00:30:00.000Z');
    expect(momentIn('Europe/Zurich', '2026-03-29', '03:30')?.toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });

  it('are null for a day that does not exist', () => {
    expect(momentIn('UTC', '2026-02-31', '10:00')).toBeNull();
    expect(momentIn('UTC', '2026-13-01', '10:00')).toBeNull();
  });

  it('are the same a year later, also across 29 February', () => {
    const deadline = new Date('2026-10-17T20:59:59Z');
    expect(aYearLater('Africa/Nairobi', deadline).toISOString()).toBe('2027-10-17T20:59:59.000Z');
    expect(aYearLater('UTC', new Date('2028-02-29T12:00:00Z')).toISOString()).toBe('2029-02-28T12:00:00.000Z');
  });
});
