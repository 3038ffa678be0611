import { expect, it } from 'vitest';
import { fieldOfIssue, readCallForm, writtenRows } from './call-form-data';

const typed = {
  slug: '2021',
  title: 'A call',
  'reading.0.title': '',
  'reading.0.link': '',
  'reading.2.title': 'A paper',
  'reading.2.link': 'example.org',
  'annex.manrs': '2',
  'annex.gcsc': '',
};

it('reads whole fields, written rows and places from the form of a call', () => {
  expect(readCallForm(typed)).toEqual({
    slug: '2021',
    title: 'A call',
    reading: [{ title: 'A paper', author: '', description: '', link: 'example.org' }],
    annex: { manrs: '2', gcsc: '' },
  });
  expect(writtenRows(typed)).toEqual([2]);
});

it('finds the field of a fault, where empty rows count too', () => {
  expect(fieldOfIssue({ path: 'reading.0.link', code: 'not_a_link' }, typed)).toBe('reading.2.link');
  expect(fieldOfIssue({ path: 'annex.manrs', code: 'not_a_place' }, typed)).toBe('annex.manrs');
  expect(fieldOfIssue({ path: 'title', code: 'required' }, typed)).toBe('title');
});
