import type { PlacedAt } from '@/lib/questions/answer-places';
import type { CorpusFile } from './corpus-file';

export type Answers = CorpusFile['answers'];

/** What a person types at the places of these answers, by tag. `instead` is typed where it is not what is stored. */
export function typedFor(
  places: readonly PlacedAt[],
  answers: Answers,
  instead: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return Object.fromEntries(
    Object.keys(answers).map((tag) => {
      const place = places.find((one) => one.tag === tag);
      if (!place) throw new Error(`There is no place ${tag}.`);
      return [tag, instead[tag] ?? textOf(place, answers[tag])];
    }),
  );
}

function textOf({ control }: PlacedAt, value: Answers[string] | undefined): string {
  if (value === true) return 'x';
  if (control.kind === 'one') return control.options.find((option) => option.value === value)?.label ?? '';
  if (control.kind === 'several' && Array.isArray(value))
    return value.map((one) => control.options.find((option) => option.value === one)?.code ?? '').join(', ');
  return String(value);
}

const GAPS = `Two issues are missing from every text that we know.

Open-source components are part of all supply chains, and nobody speaks for the people who maintain them.

Attacks on the tallying of votes are named nowhere.`;

/** An institute that answers everything. */
export const INSTITUTE: Answers = {
  'bpf:signatory/agreements=paris-call': true,
  'bpf:signatory/notes/paris-call': 'Supporter since November 2018',
  'bpf:signatory/agreements=gcsc': true,
  'bpf:signatory/notes/gcsc': 'Our director sat on the commission.',
  'bpf:signatory/agreements=manrs': true,
  'bpf:signatory/others/0/name': 'Geneva Dialogue on Responsible Behaviour',
  'bpf:signatory/others/0/note': 'Not a treaty, but we keep to what it says',
  'bpf:signatory/text': 'We sign what our members have agreed to.\n\nEach of them decides by itself.',
  'bpf:projects/projects/0/title': 'Norms in the region',
  'bpf:projects/projects/0/description': 'Eight workshops with ministries.\n\nThe ninth was cancelled in spring.',
  'bpf:projects/projects/0/link': 'https://example.org/norms',
  'bpf:projects/projects/0/agreements': ['paris-call', 'gcsc'],
  'bpf:projects/projects/0/criteria': ['supply-chain-integrity', 'reference-to-capacity-building'],
  'bpf:projects/projects/1/title': 'A handbook for response teams',
  'bpf:projects/projects/1/description': 'It is free of charge: 120 pages, three languages.',
  'bpf:agreements/u1/agreement': 'gcsc',
  'bpf:agreements/u1/changes/0/cell': 'launchDate',
  'bpf:agreements/u1/changes/0/value': '2019-11-12',
  'bpf:agreements/u1/changes/0/note': 'The day of the final report',
  'bpf:agreements/u1/changes/0/source': 'Page 3 of the report',
  'bpf:agreements/u1/changes/1/cell': 'supply-chain-integrity',
  'bpf:agreements/u1/changes/1/value': 'yes',
  'bpf:agreements/n1/cells/name/value': 'Charter of the Northern Networks',
  'bpf:agreements/n1/cells/name/source': 'https://example.org/charter',
  'bpf:agreements/n1/cells/launchDate/value': '2017-05',
  'bpf:agreements/n1/cells/space/value': 'between-stakeholder-groups',
  'bpf:agreements/n1/signatories/count': '41',
  'bpf:agreements/n1/cells/supply-chain-integrity/value': 'yes',
  'bpf:agreements/n1/cells/supply-chain-integrity/note': 'Article 4 says it in other words.',
  'bpf:agreements/n1/cells/reference-to-human-rights/value': 'no',
  'bpf:gaps/text': GAPS,
  'bpf:comments/text': 'Thank you for the paper of last year; our members have read it “twice”.',
  'bpf:about/affiliation': 'Institute of the Northern Networks',
  'bpf:about/show/affiliation': true,
  'bpf:about/name': 'Ingrid Holm',
  'bpf:about/country': 'NO',
  'bpf:about/stakeholderGroup': 'technical_community',
  'bpf:about/email': 'ingrid@example.org',
};

/** A company that answers in three minutes. */
export const COMPANY: Answers = {
  'bpf:signatory/agreements=tech-accord': true,
  'bpf:signatory/agreements=charter-of-trust': true,
  'bpf:signatory/notes/charter-of-trust': 'Partner, not signatory',
  'bpf:projects/projects/0/title': 'Secure updates',
  'bpf:projects/projects/0/agreements': ['charter-of-trust'],
  'bpf:gaps/text': 'Who pays when an update does harm.',
  'bpf:about/affiliation': 'Meridian Devices',
  'bpf:about/name': 'R. Okafor',
  'bpf:about/stakeholderGroup': 'private_sector',
  'bpf:about/email': 'okafor@example.org',
};

/** Some of the answers, by the beginning of their tags. */
export const only = (answers: Answers, ...begins: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([tag]) => begins.some((begin) => tag.startsWith(`bpf:${begin}`))));

export const without = (answers: Answers, ...tags: string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([tag]) => !tags.includes(tag)));
