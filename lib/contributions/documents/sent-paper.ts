import { listCriteria, readReferenceNames } from '@/lib/agreements/cells';
import { wordedFor } from '@/lib/calls/audiences';
import { readCall, readQuestionnaire } from '@/lib/calls/calls';
import { listSentFiles } from '@/lib/contributions/files/files';
import { authorOf, entryInWords, publicEntry } from '@/lib/contributions/on-behalf/words';
import { readSent } from '@/lib/contributions/sent';
import type { RedactionView } from '@/lib/platform/redaction/marks';
import { db } from '@/lib/platform/db/client';
import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Paper } from '@/lib/questions/paper';
import type { Audience } from './content';
import { readAgreementsToday } from './agreements-today';
import { contributionPaper } from './contribution-paper';
import type { Approval } from './sign-off';
import { contentOfSent } from './sent-content';

type SentPaperInput = {
  contributionId: string;
  /** The newest unless a number is given. */ number?: number;
  locale: Locale;
  audience: Audience;
  /** Ends with room to sign. */ signOff?: boolean;
  /** The answers of approvers, which are contact data: for those who work on it only. */ approvals?: readonly Approval[];
  /** Proposed values beside the values of today, with what was decided on them. `namesFiles`: files are named. */
  desk?: { namesFiles: boolean; view: RedactionView };
};

/**
 * A sent revision on paper: every answer in the order of the questions, every proposed value beside what stood when it
 * was proposed, or for the desk beside the values of today. It holds no contact details but `approvals`. Null where there
 * is no such revision.
 */
export async function readSentPaper({
  contributionId,
  number,
  locale,
  audience,
  signOff,
  approvals,
  desk,
}: SentPaperInput): Promise<Paper | null> {
  const [sent, row] = await Promise.all([
    readSent(contributionId, db, number, desk?.view),
    db.contribution.findUnique({
      where: { id: contributionId },
      select: { stakeholderGroup: true, call: { select: { slug: true } } },
    }),
  ]);
  const at = sent?.revisions.find((one) => one.number === sent.revision)?.at;
  if (!sent?.reference || !at || !row) return null;
  const { reference, revision } = sent;
  const [call, questionnaire, sets, files, names] = await Promise.all([
    readCall(row.call.slug, locale),
    readQuestionnaire(sent.questionnaireId, locale),
    listCriteria(),
    listSentFiles({ contributionId, revision }),
    readReferenceNames(),
  ]);
  if (!call || !questionnaire) return null;
  const words = wordsIn(locale);
  const hidden = words('sharing.paper.deskFile');
  const source = {
    ...{ locale, sent, sets, names },
    files: desk?.namesFiles === false ? files.map((file) => ({ ...file, name: hidden })) : files,
    ...(desk && { today: await readAgreementsToday(sent.proposals.flatMap(({ agreement }) => agreement?.slug ?? [])) }),
    questionnaire: wordedFor(questionnaire, sent.audience),
    group: row.stakeholderGroup,
    language: sent.language,
  };
  const { name, affiliation } = sent.attribution;
  const shown = { anonymous: false, publicName: name, publicAffiliation: affiliation };
  const paper = contributionPaper({
    ...{ locale, call, words, signOff, approvals, besideToday: desk !== undefined },
    ...(sent.entry && {
      entered: entryInWords(publicEntry(sent.entry, shown), authorOf(shown), locale, (key, values) =>
        words(`entered.sentence.${key}`, values),
      ),
    }),
    state: { kind: 'sent', reference, revision, at, withdrawn: sent.status === 'withdrawn' },
    content: contentOfSent(source, audience, words),
  });
  return number === undefined
    ? paper
    : { ...paper, fileName: words('sharing.versions.fileName', { reference, revision }) };
}
