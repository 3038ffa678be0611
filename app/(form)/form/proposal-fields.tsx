'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { get } from 'react-hook-form';
import { Section } from '@/app/ui/section';
import { ALL_FIELDS, ASKED_FIELDS, FACTS, isRowField } from '@/lib/agreements/facts/registry';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { isBlank } from '@/lib/questions/typed-fields';
import { AssessmentInput } from './assessment-input';
import { FactInput } from './fact-input';
import { ProposalCell } from './proposal-cell';
import type { CellNow } from './proposal-cell';
import type { RecordOptions } from './record-input';
import { RowFacts } from './row-facts';
import { useStepWords, useTyped } from './step-context';
import { TypedArea } from './typed-fields';
import { Unfolding } from './unfolding';

type ProposalSet = {
  slug: string;
  title: string;
  criteria: { key: string; title: string; letter: string | null; description: string; help: string }[];
};
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
 * One proposal: every fact and every criterion, each beside its present value. The newest set of criteria is open, the
 * others are folded.
 */
export function ProposalFields({ kind, sets, cells, options, notice }: ProposalFieldsProps) {
  const t = useTranslations('contribute.form.proposal');
  const words = useTranslations('facts');
  const isNew = kind === 'new';
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="agreement" value={useTyped('agreement')} />
      <input type="hidden" name="baseVersion" value={String(get(useStepWords().values, 'baseVersion') ?? '')} />
      <div id="cells" tabIndex={-1}>
        <Section id="facts-title" title={t('facts')} layout="above">
          {ASKED_FIELDS.map((field) => (
            <Fragment key={field}>
              {isRowField(field) ? (
                <RowFacts field={field} isNew={isNew} cells={cells} options={options} />
              ) : (
                <ProposalCell
                  cell={field}
                  title={words(`${field}.label`)}
                  hint={words(`${field}.help`)}
                  isNew={isNew}
                  now={cells[field]}
                  clearable={!FACTS[field].isName}
                >
                  <FactInput field={field} isNew={isNew} options={options} />
                </ProposalCell>
              )}
              {field === LAST_TELLING && notice}
            </Fragment>
          ))}
        </Section>
        {sets.map((set, at) => (
          <CriterionSet key={set.slug} set={set} isNew={isNew} cells={cells} folded={at > 0} />
        ))}
      </div>
      <TypedArea
        name="comment"
        label={t('comment')}
        hint={isNew ? t('commentHintNew') : t('commentHint')}
        max={ANSWER_LIMITS.comment}
        rows={3}
        markdown
      />
    </>
  );
}

type CriterionSetProps = { set: ProposalSet; isNew: boolean; cells: Record<string, CellNow>; folded: boolean };

function CriterionSet({ set, isNew, cells, folded }: CriterionSetProps) {
  const t = useTranslations('contribute.form.proposal');
  const { values } = useStepWords();
  const hint = isNew
    ? t('setHintNew', { notSaid: t('notSaid') })
    : t('setHint', { count: set.criteria.length, noChange: t('noChange') });
  const written = set.criteria.some(({ key }) => !isBlank(get(values, `cells.${key}`) ?? ''));
  const rows = set.criteria.map((criterion) => (
    <ProposalCell
      key={criterion.key}
      cell={criterion.key}
      title={criterion.title}
      hint={criterion.description}
      help={criterion.help}
      isNew={isNew}
      now={cells[criterion.key]}
    >
      <AssessmentInput criterion={criterion.key} title={criterion.title} isNew={isNew} />
    </ProposalCell>
  ));
  if (!folded) {
    return (
      <Section id={`set-${set.slug}`} title={set.title} aside={hint} layout="above">
        {rows}
      </Section>
    );
  }
  return (
    <Unfolding needed={written} className="mb-10 border-y border-rule">
      <summary className="min-h-11 py-4 marker:text-muted">
        <h2 className="ms-1 inline text-xl">{set.title}</h2> <span className="ms-3 text-sm text-muted">{hint}</span>
      </summary>
      <div className="pb-6">{rows}</div>
    </Unfolding>
  );
}
