'use client';

import { useTranslations } from 'next-intl';
import { Fragment, useMemo } from 'react';
import type { ReactNode } from 'react';
import { get } from 'react-hook-form';
import { ALL_FIELDS, ASKED_FIELDS, FACTS, isCellField, isRowField } from '@/lib/agreements/facts/registry';
import type { FactField } from '@/lib/agreements/facts/registry';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { CellGroup, CellSearch } from './cell-search';
import type { SearchedLine } from './cell-search';
import { CriterionRow } from './criterion-row';
import type { ProposalCriterion } from './criterion-row';
import { FactInput } from './fact-input';
import { ProposalCell } from './proposal-cell';
import type { CellNow } from './proposal-cell';
import type { RecordOptions } from './record-input';
import { RowFacts } from './row-facts';
import { useStepWords, useTyped } from './step-context';
import { TypedArea } from './typed-fields';

type ProposalSet = { slug: string; title: string; criteria: ProposalCriterion[] };
type ProposalFieldsProps = {
  kind: 'update' | 'new';
  sets: ProposalSet[];
  cells: Record<string, CellNow>;
  /** To which a relation can be proposed. */
  options: RecordOptions;
  /** Shown after the facts that distinguish agreements. */ notice?: ReactNode;
};

/** The last of the initial facts that distinguish agreements. */
const LAST_TELLING = ALL_FIELDS[ALL_FIELDS.findIndex((field) => !FACTS[field].tellsApart) - 1];

/**
 * One proposal: every fact and every criterion as a line, in groups. The page opens with the lines in use; a new
 * agreement also with the facts that tell agreements apart and the newest set of criteria.
 */
export function ProposalFields({ kind, sets, cells, options, notice }: ProposalFieldsProps) {
  const t = useTranslations('contribute.form.proposal');
  const choose = useTranslations('contribute.choose');
  const isNew = kind === 'new';
  const hintOf = ({ criteria }: ProposalSet) =>
    isNew
      ? t('setHintNew', { notSaid: choose('notKnown') })
      : t('setHint', { count: criteria.length, noChange: t('noChange') });
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="agreement" value={useTyped('agreement')} />
      <input type="hidden" name="baseVersion" value={String(get(useStepWords().values, 'baseVersion') ?? '')} />
      <CellSearch isNew={isNew} lines={useLines(sets)} groups={useGroups(sets)}>
        <div id="cells" tabIndex={-1} className="border-t border-rule">
          <CellGroup id="facts-title" title={t('facts')} count={ASKED_FIELDS.length} unfolded={false}>
            {ASKED_FIELDS.map((field) => (
              <Fragment key={field}>
                <FactLine field={field} isNew={isNew} cells={cells} options={options} />
                {field === LAST_TELLING && notice}
              </Fragment>
            ))}
          </CellGroup>
          {sets.map((set, at) => (
            <CellGroup
              key={set.slug}
              id={`set-${set.slug}`}
              title={set.title}
              count={set.criteria.length}
              unfolded={isNew && at === 0}
              hint={hintOf(set)}
            >
              {set.criteria.map((criterion) => (
                <CriterionRow key={criterion.key} criterion={criterion} isNew={isNew} now={cells[criterion.key]} />
              ))}
            </CellGroup>
          ))}
        </div>
      </CellSearch>
      <TypedArea
        name="comment"
        label={t('comment')}
        hint={isNew ? t('commentHintNew') : t('commentHint')}
        max={ANSWER_LIMITS.comment}
        rows={2}
        markdown
      />
    </>
  );
}

type FactLineProps = Pick<ProposalFieldsProps, 'cells' | 'options'> & { field: FactField; isNew: boolean };

function FactLine({ field, isNew, cells, options }: FactLineProps) {
  const words = useTranslations('facts');
  const needed = useTranslations('contribute.form')('needed');
  if (isRowField(field)) return <RowFacts field={field} isNew={isNew} cells={cells} options={options} />;
  if (!isCellField(field)) return null;
  return (
    <ProposalCell
      cell={field}
      title={words(`${field}.label`)}
      hint={words(`${field}.help`)}
      isNew={isNew}
      now={cells[field]}
      mark={isNew && FACTS[field].required && needed}
      unfolded={isNew && FACTS[field].tellsApart}
      clearable={!FACTS[field].isName}
    >
      <FactInput field={field} isNew={isNew} options={options} labelHidden={isNew} />
    </ProposalCell>
  );
}

/** What the search compares: the names of facts and criteria, and their explanations. */
function useLines(sets: ProposalSet[]): SearchedLine[] {
  const words = useTranslations('facts');
  return useMemo(
    () => [
      ...ASKED_FIELDS.map((field) => ({ key: field, texts: [words(`${field}.label`), words(`${field}.help`)] })),
      ...sets.flatMap(({ criteria }) =>
        criteria.map(({ key, title, description }) => ({ key, texts: [title, description] })),
      ),
    ],
    [sets, words],
  );
}

function useGroups(sets: ProposalSet[]) {
  const t = useTranslations('contribute.form.proposal');
  return [
    { id: 'facts-title', title: t('facts'), count: ASKED_FIELDS.length },
    ...sets.map(({ slug, title, criteria }) => ({ id: `set-${slug}`, title, count: criteria.length })),
  ];
}
