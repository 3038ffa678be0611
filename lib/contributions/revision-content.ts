import { db } from '@/lib/platform/db/client';

const NAMED = { select: { slug: true, name: true, shortName: true } } as const;

const PROJECT = {
  title: true,
  description: true,
  link: true,
  agreements: { select: { agreement: NAMED }, orderBy: { agreementId: 'asc' } },
  criteria: { select: { criterion: { select: { key: true, title: true } } }, orderBy: { criterionKey: 'asc' } },
} as const;

/**
 * What one submitted revision says besides its proposals: answers in the order of the questions, signatories, projects.
 * Nothing of the contact table is read here. Throws where there is no such revision.
 */
export async function readParts(contributionId: string, number: number, questions: { key: string; title: string }[]) {
  const revision = await db.contributionRevision.findUniqueOrThrow({
    where: { contributionId_number: { contributionId, number } },
    select: {
      id: true,
      answers: { select: { questionKey: true, text: true } },
      signatures: { orderBy: { position: 'asc' }, select: { agreement: NAMED, name: true, note: true } },
      projects: { orderBy: { position: 'asc' }, select: PROJECT },
    },
  });
  const answers = new Map(revision.answers.map((answer) => [answer.questionKey, answer.text]));
  return {
    revisionId: revision.id,
    answers: questions.flatMap(({ key, title }) => {
      const text = answers.get(key);
      return text === undefined ? [] : [{ question: key, title, text }];
    }),
    signatories: revision.signatures,
    projects: revision.projects.map(({ agreements, criteria, ...project }) => ({
      ...project,
      agreements: agreements.map((one) => one.agreement),
      criteria: criteria.map((one) => one.criterion),
    })),
  };
}
