import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/ui/section';
import { DashList } from '@/app/(form)/form/dash-list';
import type { OpenForm } from '@/app/(form)/server/form';
import { listAgreementNames } from '@/lib/agreements/cells';

/** An overview before the form begins: the questions, the time they take, what becomes public and what never does. */
export async function CallOverview({ call }: { call: OpenForm['call'] }) {
  const [t, words] = [await getTranslations('contribute.start'), await getTranslations('questions.kinds')];
  const agreements = (await listAgreementNames()).length;
  const { questions, about } = call.questionnaire.content;
  const steps = [
    ...questions.map(({ key, shortTitle, kind }) => ({
      key,
      title: shortTitle,
      body: words(`${kind}.overview`, { agreements }),
    })),
    { key: 'about', title: about.title, body: t('about') },
  ];
  return (
    <div className="mt-4">
      <Section id="awaits" title={t('awaits')}>
        <ol className="border-t border-rule">
          {steps.map(({ key, title, body }, at) => (
            <li key={key} className="flex gap-x-5 border-b border-rule py-3">
              <span className="w-5 shrink-0 text-end text-muted tabular-nums">{at + 1}</span>
              <div>
                <p className="font-semibold">{title}</p>
                <p className="text-muted">{body}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="mt-4 max-w-measure text-muted">{t('check')}</p>
      </Section>
      <Section id="duration" title={t('duration')}>
        <p className="max-w-measure">{t('durationBody')}</p>
      </Section>
      <Section id="public" title={t('public')}>
        <DashList lines={[t('publicItems.answers'), t('publicItems.attribution'), t('publicItems.decisions')]} />
      </Section>
      <Section id="never" title={t('never')}>
        <DashList lines={[t('neverItems.email'), t('neverItems.contact'), t('neverItems.draft')]} />
      </Section>
      <Section id="draft" title={t('draft')}>
        <p className="max-w-measure">{t('draftBody')}</p>
      </Section>
    </div>
  );
}
