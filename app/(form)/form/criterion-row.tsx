'use client';

import { useTranslations } from 'next-intl';
import { AssessmentInput } from './assessment-input';
import { useIsFound } from './cell-search';
import { fieldId } from './names';
import { NoteAndSource, Today } from './proposal-cell';
import type { CellNow } from './proposal-cell';

export type ProposalCriterion = {
  key: string;
  title: string;
  letter: string | null;
  description: string;
  help: string;
};

type CriterionRowProps = { criterion: ProposalCriterion; isNew: boolean; now?: CellNow };

/** One norm or element: a row of radio buttons, and below it what unfolds. */
export function CriterionRow({ criterion: { key, title, description, help }, isNew, now }: CriterionRowProps) {
  const t = useTranslations('contribute.choose');
  const others = useTranslations('finding.others');
  const values = useTranslations('common.values');
  const id = fieldId(`cells.${key}`);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      data-found={useIsFound(key)}
      data-kept={now?.then ? '' : undefined}
      className="cell-line border-t border-rule py-2"
    >
      <div className="items-center gap-x-8 md:grid md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div className="text-sm">
          <span id={`${id}-title`} className="font-semibold">
            {title}
          </span>
          {!isNew && <p className="text-muted">{t('today', { value: now?.brief ?? values('not_assessed') })}</p>}
          {now?.others !== undefined && <p className="text-accent">{others('here', { count: now.others })}</p>}
        </div>
        <AssessmentInput criterion={key} isNew={isNew} />
      </div>
      {now?.then && <Today cell={key} title={title} now={now} />}
      <div className="cell-more flex flex-wrap gap-x-6 *:open:basis-full">
        <WhatToLookFor {...{ title, description, help }} />
        <NoteAndSource cell={key} title={title}>
          {!isNew && !now?.then && now?.today !== undefined && <Today cell={key} title={title} now={now} />}
        </NoteAndSource>
      </div>
    </fieldset>
  );
}

/** What the criterion says, and how to decide which value is right. */
function WhatToLookFor({ title, description, help }: Pick<ProposalCriterion, 'title' | 'description' | 'help'>) {
  const t = useTranslations('contribute.form.proposal');
  return (
    <details className="max-w-measure text-sm">
      <summary className="w-fit py-1 text-accent" aria-label={t('partOf', { cell: title, part: t('help') })}>
        {t('help')}
      </summary>
      <div className="space-y-2 pb-2 whitespace-pre-line text-muted">
        {description && <p>{description}</p>}
        {help && <p>{t('guidance', { help })}</p>}
      </div>
    </details>
  );
}
