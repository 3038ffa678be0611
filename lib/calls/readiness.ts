import { db } from '@/lib/platform/db/client';
import type { Tx } from '@/lib/platform/db/client';
import { inLanguage, questionnaireOf } from './calls';
import { DESK_CALL } from './constants';
import { draftTexts } from './schema';
import type { CallTexts, Questionnaire } from './schema';

/** One line of the check list before a publication; `href` is where it is put right. */
export type ReadinessCheck = { key: string; ok: boolean; sentence: string; href: string };

/** The texts that the page of a public call can't be without. */
const NEEDED = {
  summary: 'the summary',
  introduction: 'what it is about',
  instructions: 'how to contribute',
  afterwards: 'what happens next',
} as const;

/** The names of the needed texts that are empty. */
export const missingTexts = (texts: CallTexts): (keyof typeof NEEDED)[] =>
  (Object.keys(NEEDED) as (keyof typeof NEEDED)[]).filter((name) => texts[name].length === 0);

/** The check list of a call, without what concerns its questionnaire's content; null for an unknown call. */
export async function readCallReadiness(slug: string, now = new Date(), tx: Tx = db): Promise<ReadinessCheck[] | null> {
  if (slug === DESK_CALL || slug.includes('\0')) return null;
  const call = await tx.call.findUnique({
    where: { slug },
    select: {
      opensAt: true,
      closesAt: true,
      acceptsFiles: true,
      walkedVersion: true,
      texts: true,
      questionnaires: {
        where: { publishedAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { version: true, content: true },
      },
    },
  });
  if (!call) return null;
  const [newest] = call.questionnaires;
  const edit = `/desk/calls/${slug}/edit`;
  return [
    textsCheck(draftTexts.parse(inLanguage(call.texts, 'en')), edit),
    timesCheck(call, now, edit),
    ...questionnaireChecks({
      newest: newest && { version: newest.version, content: questionnaireOf(newest.content, 'en', null) },
      acceptsFiles: call.acceptsFiles,
      walkedVersion: call.walkedVersion,
      slug,
    }),
  ];
}

function textsCheck(texts: CallTexts, href: string): ReadinessCheck {
  const missing = missingTexts(texts);
  const ok = missing.length === 0;
  const sentence = ok ? 'Every text is there.' : `Empty: ${missing.map((name) => NEEDED[name]).join(', ')}.`;
  return { key: 'texts', ok, sentence, href };
}

function timesCheck(
  { opensAt, closesAt }: { opensAt: Date | null; closesAt: Date | null },
  now: Date,
  href: string,
): ReadinessCheck {
  if (closesAt === null) return { key: 'deadline', ok: true, sentence: 'It is open all year.', href };
  if (opensAt !== null && closesAt <= opensAt)
    return { key: 'deadline', ok: false, sentence: 'The call closes before it opens.', href };
  const ok = closesAt > now;
  return { key: 'deadline', ok, sentence: ok ? 'The deadline is in the future.' : 'The deadline has passed.', href };
}

type QuestionnaireChecks = {
  newest: { version: number; content: Questionnaire } | undefined;
  acceptsFiles: boolean;
  walkedVersion: number | null;
  slug: string;
};

function questionnaireChecks({ newest, acceptsFiles, walkedVersion, slug }: QuestionnaireChecks): ReadinessCheck[] {
  const href = `/desk/calls/${slug}/questionnaire`;
  if (!newest)
    return [{ key: 'questionnaire', ok: false, sentence: 'The questionnaire has no published version.', href }];
  const { version, content } = newest;
  const consents = content.about.help.trim() !== '';
  const asksForFiles = content.questions.some(({ kind }) => String(kind) === 'file');
  const walked = walkedVersion === version;
  return [
    { key: 'questionnaire', ok: true, sentence: `Version ${version} of the questionnaire is published.`, href },
    {
      key: 'consent',
      ok: consents,
      sentence: consents
        ? 'The last step says what is published of a contributor.'
        : 'The help of “about you” is empty: it says what is published of a contributor, before they consent.',
      href,
    },
    ...(asksForFiles && !acceptsFiles
      ? [
          {
            key: 'files',
            ok: false,
            sentence: 'A question asks for files, but the call accepts none.',
            href: `/desk/calls/${slug}/edit`,
          },
        ]
      : []),
    {
      key: 'walk',
      ok: walked,
      sentence: walked
        ? 'A test contribution was walked through in the preview.'
        : `No test contribution has been walked through with version ${version} of the questionnaire.`,
      href: `/desk/calls/${slug}#preview`,
    },
  ];
}
