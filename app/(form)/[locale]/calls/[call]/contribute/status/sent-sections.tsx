import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/ui/section';
import { QuestionFiles } from '@/app/(form)/files/question-files';
import { Answer, ShownParts } from '@/app/(form)/display/sent-parts';
import type { Question } from '@/lib/questions/registry';
import type { AttachedFile } from '@/lib/contributions/files/files';
import { shownAnswers } from '@/lib/contributions/revision-content';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';

type SentSectionsProps = {
  sent: SentContribution;
  questions: Question[];
  files: AttachedFile[];
  place: { locale: Locale; call: string };
};

/** All that was sent, question by question, read-only. Proposals are shown with their decisions. */
export async function SentSections({ sent, questions, files, place }: SentSectionsProps) {
  const [t, words] = [await getTranslations('status.sent'), await getTranslations()];
  return shownAnswers(sent.content, questions, words).map(({ question: { key, shortTitle, title }, text, shown }) => {
    const elsewhere = sent.proposals.some((proposal) => proposal.question === key);
    const empty = shown.length > 0 || elsewhere ? undefined : t('nothing');
    if (elsewhere && text === '' && !files.some(({ questionKey }) => questionKey === key)) return null;
    return (
      <Section key={key} id={`sent-${key}`} title={shortTitle} aside={title}>
        <div className="space-y-8">
          <ShownParts parts={shown} namesLabel={t('signatories')} />
          <Answer text={text} empty={empty} />
          <QuestionFiles place={{ ...place, step: key }} files={files} />
        </div>
      </Section>
    );
  });
}
