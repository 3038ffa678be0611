import { getTranslations } from 'next-intl/server';
import { Fragment } from 'react';
import { Section } from '@/app/ui/section';
import { DashList } from '@/app/(form)/form/dash-list';
import type { OpenForm } from '@/app/(form)/server/form';
import { listAgreementNames } from '@/lib/agreements/cells';
import { durationOf } from '@/lib/calls/effort';
import { sentenceOf } from '@/lib/questions/condition';
import { bySection, numberOf } from '@/lib/questions/numbering';
import { kindOf } from '@/lib/questions/registry';

/** An overview before the form begins: the questions, the time they take, what becomes public and what never does. */
export async function CallOverview({ call }: { call: OpenForm['call'] }) {
  const [t, words] = [await getTranslations('contribute.start'), await getTranslations()];
  const agreements = (await listAgreementNames()).length;
  const { content } = call.questionnaire;
  const proposes = content.questions.some((question) => kindOf(question).entries);
  return (
    <div className="mt-4">
      <Section id="awaits" title={t('awaits')}>
        {bySection(content).map(({ section, questions }, at) => (
          <Fragment key={at}>
            {section && <h3 className="mt-8 mb-2 text-lg first:mt-0">{section.title}</h3>}
            <ol className="border-t border-rule">
              {questions.map((question) => (
                <OverviewLine
                  key={question.key}
                  number={numberOf(question, content.questions)}
                  title={question.shortTitle}
                  body={words(`questions.kinds.${question.kind}.overview`, { agreements })}
                  note={question.required ? t('required') : sentenceOf(question, content.questions, words)}
                />
              ))}
            </ol>
          </Fragment>
        ))}
        <ol>
          <OverviewLine number="" title={content.about.title} body={t('about')} />
        </ol>
        <p className="mt-4 max-w-measure text-muted">{t('check')}</p>
      </Section>
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

type OverviewLineProps = { number: string; title: string; body: string; note?: string | null };

function OverviewLine({ number, title, body, note }: OverviewLineProps) {
  return (
    <li className="flex gap-x-5 border-b border-rule py-3">
      <span className="min-w-5 shrink-0 text-end text-muted tabular-nums">{number}</span>
      <div>
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{body}</p>
        {note && <p className="text-sm text-muted">{note}</p>}
      </div>
    </li>
  );
}
