'use client';

import { useTranslations } from 'next-intl';
import type { Question, QuestionOf } from '@/lib/questions/registry';
import { fieldKindOf } from '@/lib/questions/record-fields';
import { AnswerField } from './answer-field';
import { NeededNote } from './needed-note';
import { Rows } from './rows';
import { ValueInput } from './value-inputs';
import type { Pickables } from './value-inputs';

/** Question kind "records": blocks of the same fields, which can be added, removed and put in another order. */
export function RecordFields({ question, pickables }: { question: QuestionOf<'records'>; pickables: Pickables }) {
  const [t, form] = [useTranslations('questions.records'), useTranslations('contribute.form')];
  const { record, fields } = question;
  const [first] = fields;
  return (
    <>
      {fields.some(({ required }) => required) && <NeededNote />}
      <Rows
        name="records"
        first={first ? [first.key, ...fieldKindOf(first).fieldAt([], first)].join('.') : ''}
        titleOf={(number) => (record === undefined ? t('record', { number }) : t('named', { record, number }))}
        addLabel={record === undefined ? t('add') : t('addNamed', { record })}
        movable
      >
        {(row) =>
          fields.map((field) => (
            <ValueInput
              key={field.key}
              name={`${row}.${field.key}`}
              label={field.label}
              hint={field.help}
              mark={field.required ? form('needed') : undefined}
              required={field.required}
              field={field}
              pickables={pickables}
            />
          ))
        }
      </Rows>
      <AnswerField question={question as Question} />
    </>
  );
}
