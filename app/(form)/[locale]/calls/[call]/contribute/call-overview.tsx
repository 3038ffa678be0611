import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Section } from '@/app/ui/section';
import { DashList } from '@/app/(form)/form/dash-list';
import type { OpenForm } from '@/app/(form)/server/form';
import { durationOf } from '@/lib/calls/effort';
import { kindOf } from '@/lib/questions/registry';
import { TaskList } from './task-list';

type CallOverviewProps = {
  call: OpenForm['call'];
  /** The draft in use, if there is one. */ draft: OpenForm | null;
  /** The id of the form that begins a draft, where no contribution is in this browser. */ form?: string;
  /** After the steps: other ways to begin. */ children?: ReactNode;
};

/** The steps of the form, the time they take, what becomes public and what never does. */
export async function CallOverview({ call, draft, form, children }: CallOverviewProps) {
  const [t, words] = [await getTranslations('contribute.start'), await getTranslations()];
  const { content } = call.questionnaire;
  const proposes = content.questions.some((question) => kindOf(question).entries);
  const hint = draft ? words('progress.start.hint') : form !== undefined && words('progress.start.begin');
  return (
    <div className="mt-4">
      <Section id="awaits" title={draft ? words('progress.start.title') : t('awaits')} aside={hint}>
        <TaskList call={call} draft={draft} form={form} />
      </Section>
      {children}
      <Section id="duration" title={t('duration')}>
        <p className="max-w-measure">{t('durationBody', durationOf(content, words))}</p>
      </Section>
      <Section id="public" title={t('public')}>
        <DashList
          lines={[
            t(call.publishesAtOnce ? 'publicItems.answersAtOnce' : 'publicItems.answers'),
            t('publicItems.attribution'),
            ...(proposes ? [t('publicItems.decisions')] : []),
          ]}
        />
      </Section>
      <Section id="never" title={t('never')}>
        <DashList
          lines={[t('neverItems.email'), ...(proposes ? [t('neverItems.contact')] : []), t('neverItems.draft')]}
        />
      </Section>
      <Section id="draft" title={t('draft')}>
        <p className="max-w-measure">{t('draftBody')}</p>
      </Section>
    </div>
  );
}
