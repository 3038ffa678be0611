import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Section } from '@/app/ui/section';
import { QuestionFiles } from '@/app/(form)/files/question-files';
import { Answer, ShownParts } from '@/app/(form)/display/sent-parts';
import type { Questionnaire } from '@/lib/calls/schema';
import { sectionBeginningWith } from '@/lib/questions/numbering';
import type { AttachedFile } from '@/lib/contributions/files/files';
import { shownAnswers } from '@/lib/contributions/revision-content';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';

type SentSectionsProps = {
  sent: SentContribution;
  questionnaire: Pick<Questionnaire, 'questions' | 'sections'>;
  files: AttachedFile[];
  place: { locale: Locale; call: string };
  /** What leads to the correction of one answer, where that is possible. */
  correct?: (answer: { step: string; title: string }) => ReactNode;
};

/** All that was sent, question by question, read-only. Proposals are shown with their decisions. */
export async function SentSections({ sent, questionnaire, files, place, correct }: SentSectionsProps) {
  const [t, words] = [await getTranslations('status.sent'), await getTranslations()];
  const answers = shownAnswers(sent.content, questionnaire.questions, { words, locale: place.locale });
  const asked = { questions: answers.map(({ question }) => question), sections: questionnaire.sections };
  return answers.map(({ question: { key, shortTitle, title }, text, shown }) => {
    const section = sectionBeginningWith(key, asked);
    const elsewhere = sent.proposals.some((proposal) => proposal.question === key);
    const empty = shown.length > 0 || elsewhere ? undefined : t('nothing');
    const heading = section && <h2 className="border-t-2 border-ink pt-4 pb-6 text-3xl">{section.title}</h2>;
    if (elsewhere && text === '' && !files.some(({ questionKey }) => questionKey === key)) return heading;
    return (
      <Fragment key={key}>
        {heading}
        <Section id={`sent-${key}`} title={shortTitle} aside={title}>
          <div className="space-y-8">
            <ShownParts parts={shown} namesLabel={t('signatories')} language={sent.language} />
            <Answer text={text} language={sent.language} empty={empty} />
            <QuestionFiles place={{ ...place, step: key }} files={files} />
            {correct?.({ step: key, title: shortTitle })}
          </div>
        </Section>
      </Fragment>
    );
  });
}
