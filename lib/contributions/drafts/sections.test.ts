import { describe, expect, it } from 'vitest';
import { NORM_CRITERIA } from '@/lib/agreements/constants';
import type { KindName } from '@/lib/questions/registry';
import { makeQuestion } from '@/prisma/factories/questions';
import { sectionIssues, sectionSchema } from './sections';
import type { Section } from './sections';

const asked = (kind: KindName): Section => ({
  kind,
  question: makeQuestion(kind, 'projects', { maxLength: 100 } as object),
});
const proposal: Section = { kind: 'proposal', base: {}, criteria: NORM_CRITERIA };

describe('sectionIssues', () => {
  it('finds no fault in an empty section but a missing attribution', () => {
    expect(sectionIssues(asked('text'), {})).toEqual([]);
    expect(sectionIssues(asked('signatory'), { others: [{ name: '', note: ' ' }] })).toEqual([]);
    expect(sectionIssues(asked('projects'), { projects: [{ title: '' }] })).toEqual([]);
    expect(sectionIssues({ kind: 'about' }, undefined)).toEqual([
      { name: 'attribution', message: 'attribution_needed' },
    ]);
  });

  it('names the field of each fault, past rows that are empty', () => {
    expect(
      sectionIssues(asked('projects'), {
        text: 'x'.repeat(101),
        projects: [{}, { title: 'T', link: 'javascript:alert(1)' }],
      }),
    ).toEqual([
      { name: 'text', message: 'too_long:100' },
      { name: 'projects.1.description', message: 'required' },
      { name: 'projects.1.link', message: 'not_a_link' },
    ]);
    expect(
      sectionIssues(asked('signatory'), {
        agreements: ['gcsc', 'manrs'],
        notes: { manrs: 'x'.repeat(2_001) },
        others: [{}, { note: 'of what?' }],
      }),
    ).toEqual([
      { name: 'notes.manrs', message: 'too_long:2000' },
      { name: 'others.1.name', message: 'required' },
    ]);
    expect(sectionIssues({ kind: 'about' }, { attribution: 'anonymous', email: 'nobody', country: 'XX' })).toEqual([
      { name: 'email', message: 'not_an_email' },
      { name: 'country', message: 'unknown_choice' },
    ]);
  });

  it('leads from a proposed cell to where its parts are typed', () => {
    expect(
      sectionIssues(proposal, {
        kind: 'new',
        cells: {
          name: { value: 'Name' },
          launchDate: { value: 'May' },
          'report-vulnerabilities': { note: 'no value' },
          uniqueElements: { value: 'x'.repeat(1_001) },
        },
        signatories: { count: 'many', link: 'nowhere' },
      }),
    ).toEqual([
      { name: 'cells.launchDate.value', message: 'not_a_partial_date' },
      { name: 'signatories.count', message: 'not_a_number' },
      { name: 'cells.uniqueElements.value', message: 'too_long' },
      { name: 'cells.report-vulnerabilities.value', message: 'required' },
    ]);
  });

  it('asks a new agreement for its name, and an update for a difference', () => {
    expect(sectionIssues(proposal, { kind: 'new', cells: { launchDate: { value: '2019' } } })).toEqual([
      { name: 'cells.name.value', message: 'name_required' },
    ]);
    const base = { name: { value: 'Same', note: null, source: null } };
    expect(
      sectionIssues(
        { ...proposal, base },
        { kind: 'update', agreement: 'gcsc', baseVersion: 1, cells: { name: { value: 'Same' } } },
      ),
    ).toEqual([{ name: 'cells', message: 'nothing_proposed' }]);
  });
});

describe('sectionSchema', () => {
  it('tells the browser’s resolver the same, at the same fields', () => {
    const parsed = sectionSchema(asked('projects')).safeParse({ projects: [{ title: 'T' }] });
    expect(parsed.error?.issues.map(({ path, message }) => ({ name: path.join('.'), message }))).toEqual([
      { name: 'projects.0.description', message: 'required' },
    ]);
  });
});
