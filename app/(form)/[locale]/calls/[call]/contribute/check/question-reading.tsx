import { getTranslations } from 'next-intl/server';
import { QuestionFiles } from '@/app/(form)/files/question-files';
import { Answer, ShownParts } from '@/app/(form)/display/sent-parts';
import { namingIn, shownOfDraft } from '@/lib/contributions/drafts/draft-parts';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import type { Question } from '@/lib/questions/registry';
import { isFilledIn, stepState } from '@/lib/contributions/drafts/progress';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { ProposalReading } from './proposal-reading';
import { ReadingSection } from './reading-section';

const languageOf = ({ draft }: OpenForm) => readValues('about', draft.sections.get(ABOUT_STEP)?.data).language;

/** A question's answer as it will be sent: its structured parts, then its words. */
export async function QuestionReading({ open, question }: { open: OpenForm; question: Question }) {
  const [t, words] = [await getTranslations('contribute.check'), await getTranslations()];
  const { key } = question;
  const data = open.draft.sections.get(key)?.data;
  const shown = shownOfDraft(question, data, { naming: namingIn(open.dataset), words, locale: open.locale });
  const proposals = open.parts.filter((part) => part.step === key && part.position !== undefined);
  const structured = shown.length + proposals.length > 0;
  const line = {
    id: `read-${key}`,
    title: question.shortTitle,
    state: stepState(key, open),
    href: open.closed ? undefined : contributePaths(open.locale, open.call.slug).step(key),
  };
  if (!isFilledIn(open, key)) return <ReadingSection {...line} />;
  return (
    <ReadingSection {...line} aside={question.title}>
      <div className="space-y-8">
        <ShownParts parts={shown} namesLabel={t('signatories')} language={languageOf(open)} />
        {proposals.map((part) => (
          <ProposalReading key={part.position} open={open} part={part} />
        ))}
        <Answer
          text={readValues('text', data).text}
          language={languageOf(open)}
          empty={structured ? undefined : t('nothing')}
        />
        <QuestionFiles place={{ locale: open.locale, call: open.call.slug, step: key }} files={open.files} />
      </div>
    </ReadingSection>
  );
}
