import { describe, expect, it } from 'vitest';
import { makeQuestion } from '@/prisma/factories/questions';
import { minutesFor } from './effort';

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
});
