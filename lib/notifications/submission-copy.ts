import { db } from '@/lib/platform/db/client';
import type contribute from '@/lib/platform/i18n/messages/en/contribute.json';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import { nameAmong, readMailNames, rowInMail, withNames } from './mail-references';
import type { MailNames } from './mail-references';
import { askedQuestions } from './schema';

const SUBMITTED = {
  contribution: {
    select: {
      language: true,
      audience: true,
      editorsOnly: true,
      publicName: true,
      publicAffiliation: true,
      publicCountry: true,
      stakeholderGroup: true,
      questionnaire: { select: { content: true } },
    },
  },
  answers: { select: { questionKey: true, text: true, said: true } },
  signatures: {
    select: { questionKey: true, name: true, note: true, agreement: { select: { name: true } } },
    orderBy: { position: 'asc' },
  },
  projects: {
    select: {
      questionKey: true,
      title: true,
      description: true,
      link: true,
      agreements: { select: { agreement: { select: { shortName: true } } } },
      criteria: { select: { criterion: { select: { title: true } } } },
    },
    orderBy: { position: 'asc' },
  },
  proposals: {
    select: {
      questionKey: true,
      kind: true,
      comment: true,
      agreement: { select: { name: true } },
      changes: {
        where: { round: 1 },
        orderBy: { key: 'asc' },
        select: {
          key: true,
          base: true,
          value: true,
          note: true,
          source: true,
          asOf: true,
          criterion: { select: { shortTitle: true } },
        },
      },
    },
    orderBy: { position: 'asc' },
  },
  attachments: { select: { attachment: { select: { questionKey: true, name: true } } } },
} as const;

/** A submitted revision in full, question by question, for its sender to keep. */
export async function readSubmissionCopy(contributionId: string, number: number, locale: Locale) {
  const revision = await db.contributionRevision.findUniqueOrThrow({
    where: { contributionId_number: { contributionId, number } },
    select: SUBMITTED,
  });
  const names = await readMailNames();
  const signatures = revision.signatures.map(({ questionKey, name, note, agreement }) => ({
    questionKey,
    name: name ?? agreement?.name ?? '',
    note,
  }));
  const projects = revision.projects.map(({ agreements, criteria, ...project }) => ({
    ...project,
    agreements: agreements.map(({ agreement }) => agreement.shortName),
    criteria: criteria.map(({ criterion }) => criterion.title),
  }));
  const proposals = revision.proposals.map(({ questionKey, kind, comment, agreement, changes }) => ({
    questionKey,
    agreement: agreement?.name ?? nameAmong(changes),
    isNew: kind === 'new',
    comment,
    cells: changes.map(({ criterion, base, value, ...cell }) => ({
      ...cell,
      ...rowInMail(cell.key, names),
      stood: standing(base, names),
      value: withNames(value, names),
      criterion: criterion?.shortTitle ?? null,
    })),
  }));
  const { language, audience, questionnaire } = revision.contribution;
  const parts = askedQuestions(questionnaire.content, locale, audience).map(({ key, title, hasRules }) => ({
    title,
    hasRules,
    text: revision.answers.find(({ questionKey }) => questionKey === key)?.text ?? '',
    said: revision.answers.find(({ questionKey }) => questionKey === key)?.said ?? null,
    signatures: signatures.filter(({ questionKey }) => questionKey === key),
    projects: projects.filter(({ questionKey }) => questionKey === key),
    proposals: proposals.filter(({ questionKey }) => questionKey === key),
    files: revision.attachments.flatMap(({ attachment }) => (attachment.questionKey === key ? [attachment.name] : [])),
  }));
  return {
    language,
    ...authorInWords(revision.contribution, locale),
    // A question with rules that has no answer was probably not asked: it is not shown as left empty.
    parts: parts.flatMap(({ hasRules, ...part }) => (hasRules && saysNothing(part) ? [] : [part])),
  };
}

/** What the dataset said when a value was proposed; null where it said nothing. */
function standing(base: unknown, names: MailNames): { value: unknown; note: string | null } | null {
  const cell = base as { value: unknown; note: string | null } | null; // stored by the submission
  return cell && { value: withNames(cell.value, names), note: cell.note };
}

type AuthorRow = Record<'publicName' | 'publicAffiliation' | 'publicCountry', string | null> & {
  editorsOnly: boolean;
  stakeholderGroup: keyof typeof contribute.form.stakeholderGroups | null;
};

/** What is public of an author: as whose the contribution is published, and the stakeholder group. */
function authorInWords(author: AuthorRow, locale: Locale) {
  const { editorsOnly, publicName, publicAffiliation, publicCountry, stakeholderGroup } = author;
  const words = wordsIn(locale);
  const country = publicCountry && new Intl.DisplayNames(locale, { type: 'region' }).of(publicCountry);
  const shown = [publicName, publicAffiliation, country].filter(Boolean).join(', ');
  return {
    shown: editorsOnly ? words('sharing.paper.editorsOnlyState') : shown || words('sharing.paper.anonymous'),
    group: stakeholderGroup && words(`contribute.form.stakeholderGroups.${stakeholderGroup}`),
  };
}

const saysNothing = ({ title: _, ...said }: { title: string; [part: string]: unknown }): boolean =>
  Object.values(said).every((part) => part === null || part === '' || (Array.isArray(part) && part.length === 0));
