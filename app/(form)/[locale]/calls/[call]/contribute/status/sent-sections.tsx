import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/ui/section';
import { QuestionFiles } from '@/app/(form)/files/question-files';
import type { Names } from '@/app/(form)/form/sentences';
import { Answer, Projects, Signatories } from '@/app/(form)/display/sent-parts';
import type { Question } from '@/lib/calls/schema';
import type { AttachedFile } from '@/lib/contributions/files/files';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';

type SentSectionsProps = {
  sent: SentContribution;
  questions: Question[];
  names: Names;
  files: AttachedFile[];
  place: { locale: Locale; call: string };
};

/** All that was sent, question by question, to be read and not changed. Proposals stand with their decisions. */
export async function SentSections({ sent, questions, names, files, place }: SentSectionsProps) {
  const t = await getTranslations('status.sent');
  return questions.map(({ key, kind, shortTitle, title }) => {
    const text = sent.answers[key] ?? '';
    const signatories =
      kind === 'signatory' ? sent.signatories.map(({ name, note }) => ({ name, note: note ?? undefined })) : [];
    const projects =
      kind === 'projects'
        ? sent.projects.map(({ link, ...project }) => ({
            ...project,
            link: link ?? undefined,
            criteria: project.criteria.map((one) => names[one] ?? one),
          }))
        : [];
    const elsewhere = kind === 'proposals' && sent.proposals.length > 0;
    const empty = signatories.length + projects.length > 0 || elsewhere ? undefined : t('nothing');
    if (elsewhere && text === '' && !files.some(({ questionKey }) => questionKey === key)) return null;
    return (
      <Section key={key} id={`sent-${key}`} title={shortTitle} aside={title}>
        <div className="space-y-8">
          {signatories.length > 0 && <Signatories label={t('signatories')} items={signatories} />}
          {projects.length > 0 && (
            <Projects items={projects} words={{ agreements: t('agreements'), criteria: t('criteria') }} />
          )}
          <Answer text={text} empty={empty} />
          <QuestionFiles place={{ ...place, step: key }} files={files} />
        </div>
      </Section>
    );
  });
}
