'use client';

import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import { TEXT_LIMITS } from '@/lib/agreements/constants';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import type { Question } from '@/lib/questions/registry';
import { AgreementPicker } from './agreement-picker';
import type { Pickable } from './agreement-picker';
import { AnswerField } from './answer-field';
import { Rows } from './rows';
import { TypedArea } from './typed-fields';

/** Question kind "signatory": tick agreements of the dataset, name missing ones, and add a text. */
export function SignatoryFields({
  agreements,
  question,
  proposalStep,
}: {
  agreements: Pickable[];
  question: Question;
  proposalStep?: string;
}) {
  const t = useTranslations('contribute.form.signatory');
  return (
    <>
      <AgreementPicker agreements={agreements} />
      <Section
        id="others-title"
        title={t('others')}
        aside={proposalStep && t('othersHint', { step: proposalStep })}
        layout="above"
      >
        <Rows name="others" first="name" titleOf={(number) => t('other', { number })} addLabel={t('add')}>
          {(row) => (
            <>
              <TypedArea name={`${row}.name`} label={t('name')} rows={1} max={TEXT_LIMITS.name} />
              <TypedArea name={`${row}.note`} label={t('otherNote')} rows={2} max={ANSWER_LIMITS.note} />
            </>
          )}
        </Rows>
      </Section>
      <AnswerField question={question} />
    </>
  );
}
