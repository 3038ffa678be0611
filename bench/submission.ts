import { ELEMENT_CRITERIA, NORM_CRITERIA } from '@/lib/agreements/constants';
import type { SubmissionInput } from '@/prisma/factories/submissions';

const paragraph =
  'We support the norms of responsible behaviour and put them into practice with partners in several regions. ';

/** A full contribution: five answers, two agreements signed, two projects, an update of 21 cells, and who wrote it. */
export function fullSubmission(): SubmissionInput {
  return {
    answers: Object.fromEntries(
      ['signatory', 'projects', 'agreements', 'gaps', 'comments'].map((key) => [
        key,
        `On ${key}. ${paragraph.repeat(5)}`,
      ]),
    ),
    signatories: [{ agreement: 'gcsc', note: 'Since its final report' }, { agreement: 'paris-call' }],
    projects: ['Regional dialogues', 'Trust in supply chains'].map((title) => ({
      title,
      description: paragraph.repeat(4),
      link: 'https://example.org/project',
      agreements: ['ungge-2015', 'gcsc', 'tech-accord'],
      criteria: ['supply-chain-integrity', 'report-vulnerabilities'],
    })),
    proposals: [
      {
        kind: 'update',
        agreement: 'gcsc',
        comment: 'After the final report.',
        changes: [...ELEMENT_CRITERIA, ...NORM_CRITERIA].map((cell) => ({
          cell,
          value: 'yes',
          note: 'A note of one line on why.',
          source: 'The final report',
        })),
      },
    ],
    about: {
      name: 'Policy officer',
      affiliation: 'Example Organisation',
      email: 'policy.officer@example.org',
      country: 'CH',
      stakeholderGroup: 'civil_society',
      show: { affiliation: true },
    },
    consent: true,
  };
}
