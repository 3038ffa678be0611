'use client';

import { useTranslations } from 'next-intl';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import type { Question } from '@/lib/questions/registry';
import { AnswerField } from './answer-field';
import { FoldedFields } from './folded-fields';
import { NeededNote } from './needed-note';
import { Rows } from './rows';
import { TagGroup } from './tag-group';
import type { TagSet } from './tag-group';
import { TypedArea, TypedText } from './typed-fields';

/** Question kind "projects": the organisation's projects, each with the agreements and norms it supports. */
export function ProjectFields({
  agreements,
  criteria,
  question,
}: {
  agreements: TagSet[];
  criteria: TagSet[];
  question: Question;
}) {
  const [t, fold] = [useTranslations('contribute.form'), useTranslations('progress.fold')];
  return (
    <>
      <NeededNote />
      <Rows
        name="projects"
        first="title"
        titleOf={(number) => t('projects.project', { number })}
        addLabel={t('projects.add')}
      >
        {(row) => (
          <>
            <TypedText name={`${row}.title`} label={t('projects.title')} mark={t('needed')} />
            <TypedArea
              name={`${row}.description`}
              label={t('projects.description')}
              mark={t('needed')}
              rows={3}
              max={ANSWER_LIMITS.description}
              markdown
            />
            <FoldedFields
              id={`more-${row.replace('.', '-')}`}
              names={[`${row}.link`, `${row}.agreements`, `${row}.criteria`]}
              summary={fold('moreOfProject')}
            >
              <TypedText
                name={`${row}.link`}
                label={t('projects.link')}
                hint={t('projects.linkHint')}
                readAs="link"
                type="url"
                inputMode="url"
              />
              <div>
                <TagGroup name={`${row}.agreements`} legend={t('projects.agreements')} sets={agreements} />
                <TagGroup name={`${row}.criteria`} legend={t('projects.criteria')} sets={criteria} />
              </div>
            </FoldedFields>
          </>
        )}
      </Rows>
      <AnswerField question={question} />
    </>
  );
}
