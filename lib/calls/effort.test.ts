import { describe, expect, it } from 'vitest';
import { makeQuestion } from '@/prisma/factories/questions';
import { wordsIn } from '@/lib/platform/i18n/words';
import { durationOf, minutesFor, minutesOfStep } from './effort';

describe('the time a contribution takes', () => {
  it('is counted from the kinds of its questions, in steps of an estimate', () => {
    expect(minutesFor({ questions: [makeQuestion('text')] })).toEqual({ short: 10, thorough: 25 });
    expect(minutesFor({ questions: [makeQuestion('projects'), makeQuestion('proposals')] })).toEqual({
      short: 20,
      thorough: 75,
    });
  });

  it('counts a question with a rule for thorough answers only', () => {
    const follow = { ...makeQuestion('text', 'b'), askedIf: [{ question: 'a', operator: 'answered' as const }] };
    expect(minutesFor({ questions: [makeQuestion('text', 'a'), follow] })).toEqual({ short: 10, thorough: 45 });
  });

  it('is known of each step, that about the author included', () => {
    expect([makeQuestion('signatory'), makeQuestion('text'), undefined].map(minutesOfStep)).toEqual([
      [5, 10],
      [5, 20],
      [1, 3],
    ]);
  });

  it('is said in hours and minutes', () => {
    const texts = (count: number) => ({
      questions: Array.from({ length: count }, (_, at) => makeQuestion('text', `text-${at}`)),
    });
    expect(durationOf(texts(3), wordsIn('en'))).toEqual({ short: '20 minutes', thorough: '1 hour 15 minutes' });
    expect(durationOf(texts(12), wordsIn('en'))).toEqual({
      short: '1 hour 15 minutes',
      thorough: '4 hours 15 minutes',
    });
  });
});
