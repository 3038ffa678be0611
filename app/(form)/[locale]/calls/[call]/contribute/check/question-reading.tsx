import { getTranslations } from 'next-intl/server';
import { QuestionFiles } from '@/app/(form)/files/question-files';
import { Answer, Projects, Signatories } from '@/app/(form)/display/sent-parts';
import { projectsIn, signatoriesIn } from '@/lib/contributions/drafts/draft-parts';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import type { Question } from '@/lib/calls/schema';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { ProposalReading } from './proposal-reading';
import { ReadingSection } from './reading-section';

const languageOf = ({ draft }: OpenForm) => readValues('about', draft.sections.get(ABOUT_STEP)?.data).language;

/** A question's answer as it will be sent: its structured parts, then its words. */
export async function QuestionReading({ open, question }: { open: OpenForm; question: Question }) {
  const [t, status, names] = [
    await getTranslations('contribute.check'),
    await getTranslations('status.sent'),
    await namesOf(open.dataset),
  ];
  const { key, kind } = question;
  const data = open.draft.sections.get(key)?.data;
  const fullNames = Object.fromEntries(open.dataset.agreements.map(({ slug, name }) => [slug, name]));
  const signatories = kind === 'signatory' ? signatoriesIn(data, fullNames) : [];
  const projects = kind === 'projects' ? projectsIn(data, names) : [];
  const proposals = open.parts.filter((part) => part.step === key && part.position !== undefined);
  const structured = signatories.length + projects.length + proposals.length > 0;
  return (
    <ReadingSection
      id={`read-${key}`}
      title={question.shortTitle}
      aside={question.title}
      href={open.closed ? undefined : contributePaths(open.locale, open.call.slug).step(key)}
    >
      <div className="space-y-8">
        {signatories.length > 0 && <Signatories label={t('signatories')} items={signatories} />}
        {projects.length > 0 && (
          <Projects items={projects} words={{ agreements: status('agreements'), criteria: status('criteria') }} />
        )}
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
