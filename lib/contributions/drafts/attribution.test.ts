import { describe, expect, it } from 'vitest';
import { about as aboutSchema } from '@/lib/contributions/schema';
import { attributionOf } from './attribution';
import { inputOf, sectionIssues } from './sections';
import { readValues } from './values';

const GIVEN = {
  name: 'Programme office',
  affiliation: 'Example Institute',
  country: 'KE',
  email: 'office@example.org',
};
const issues = (data: object) => sectionIssues({ kind: 'about' }, data);
const shown = (data: object) => {
  const { name, affiliation, country } = attributionOf(readValues('about', data));
  return { name, affiliation, country };
};
const submitted = (data: object) => {
  const { anonymous, show } = aboutSchema.parse(inputOf({ kind: 'about' }, data).about);
  return { anonymous, show };
};

describe('how a contribution is signed', () => {
  it('has to be chosen in the form, also in drafts begun before it was asked', () => {
    expect(issues(GIVEN)).toEqual([{ name: 'attribution', message: 'attribution_needed' }]);
    expect(issues({})).toEqual([{ name: 'attribution', message: 'attribution_needed' }]);
    for (const attribution of ['organisation', 'name', 'anonymous'])
      expect(issues({ ...GIVEN, attribution })).toEqual([]);
  });

  it('shows the organisation, or the name with what is ticked beside it, or nothing', () => {
    const ticked = { ...GIVEN, show: { affiliation: 'on', country: 'on' } };
    expect(shown({ ...GIVEN, attribution: 'organisation' })).toEqual({
      name: null,
      affiliation: 'Example Institute',
      country: null,
    });
    expect(shown({ ...GIVEN, attribution: 'name' })).toEqual({
      name: 'Programme office',
      affiliation: null,
      country: null,
    });
    expect(shown({ ...ticked, attribution: 'name' })).toEqual({
      name: 'Programme office',
      affiliation: 'Example Institute',
      country: 'KE',
    });
    expect(shown({ ...ticked, attribution: 'anonymous' })).toEqual({ name: null, affiliation: null, country: null });
    expect(shown(GIVEN)).toEqual({ name: null, affiliation: null, country: null });
  });

  it('sends what the preview shows', () => {
    const ticked = { ...GIVEN, show: { affiliation: 'on', country: 'on' } };
    expect(submitted({ ...GIVEN, attribution: 'organisation' })).toEqual({
      anonymous: false,
      show: { name: false, affiliation: true, country: false },
    });
    expect(submitted({ ...ticked, attribution: 'name' })).toEqual({
      anonymous: false,
      show: { name: true, affiliation: true, country: true },
    });
    expect(submitted({ ...ticked, attribution: 'anonymous' })).toMatchObject({ anonymous: true });
  });

  it('shows nothing of what is for the editors only, whatever is ticked, and does not make it anonymous', () => {
    const ticked = { ...GIVEN, show: { affiliation: 'on', country: 'on' }, attribution: 'editors_only' };
    expect(shown(ticked)).toEqual({ name: null, affiliation: null, country: null });
    expect(issues(ticked)).toEqual([]);
    expect(aboutSchema.parse(inputOf({ kind: 'about' }, ticked).about)).toMatchObject({
      anonymous: false,
      editorsOnly: true,
      show: { name: false, affiliation: false, country: false },
      affiliation: GIVEN.affiliation,
    });
  });

  it('asks for the name or the organisation that is to be shown', () => {
    expect(issues({ attribution: 'organisation', name: 'Programme office' })).toEqual([
      { name: 'affiliation', message: 'shown_but_missing' },
    ]);
    expect(issues({ attribution: 'name', affiliation: 'Example Institute' })).toEqual([
      { name: 'name', message: 'shown_but_missing' },
    ]);
  });

  it('keeps what drafts ticked before the question, and what a stored contribution was sent with', () => {
    expect(readValues('about', { ...GIVEN, anonymous: true }).attribution).toBe('anonymous');
    expect(readValues('about', { ...GIVEN, show: { name: true, affiliation: true } }).attribution).toBe('name');
    expect(readValues('about', { ...GIVEN, show: { affiliation: true } }).attribution).toBe('organisation');
    expect(issues({ ...GIVEN, attribution: 'unnamed' })).toEqual([]);
    expect(submitted({ ...GIVEN, attribution: 'unnamed' })).toEqual({
      anonymous: false,
      show: { name: false, affiliation: false, country: false },
    });
  });

  it('is left open in the API as it was: nothing of the author is shown then', () => {
    const { anonymous, show } = aboutSchema.parse(GIVEN);
    expect({ anonymous, show }).toEqual({
      anonymous: false,
      show: { name: false, affiliation: false, country: false },
    });
    expect(aboutSchema.parse({ ...GIVEN, attribution: 'organisation' })).toEqual({
      ...GIVEN,
      anonymous: false,
      editorsOnly: false,
      show: { name: false, affiliation: true, country: false },
    });
    expect(aboutSchema.safeParse({ name: 'Programme office', attribution: 'organisation' }).success).toBe(false);
  });
});
