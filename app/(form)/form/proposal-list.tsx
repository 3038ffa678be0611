'use client';

import { useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/app/ui/button';
import { EmptyState } from '@/app/ui/empty-state';
import { Tag } from '@/app/ui/tag';
import type { StepState } from '@/lib/contributions/drafts/progress';
import { INTENTS } from './names';

export type ListedProposal = { position: number; title: string; cells: string[]; state: StepState; href: string };

/** The proposals so far. A removed proposal can be restored. */
export function ProposalList({ proposals, removed }: { proposals: ListedProposal[]; removed: ListedProposal[] }) {
  const t = useTranslations('contribute.form.proposals');
  return (
    <section id="proposals" tabIndex={-1} aria-labelledby="proposals-title">
      <h2 id="proposals-title" className="mb-4 text-xl">
        {t('list')}
      </h2>
      {proposals.length === 0 && <EmptyState title={t('none')}>{t('noneBody')}</EmptyState>}
      {proposals.length > 0 && (
        <ul className="border-t border-rule">
          {proposals.map((proposal) => (
            <Listed key={proposal.position} proposal={proposal} />
          ))}
        </ul>
      )}
      {removed.length > 0 && <RemovedProposals removed={removed} />}
    </section>
  );
}

function Listed({ proposal: { position, title, cells, state, href } }: { proposal: ListedProposal }) {
  const t = useTranslations('contribute.form.proposals');
  const states = useTranslations('progress.states');
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-rule py-4">
      <div className="min-w-0 grow basis-72">
        <p className="font-semibold">{title}</p>
        <p className="text-sm text-muted">
          {cells.length > 0 ? t('proposes', { cells: cells.join(', ') }) : t('proposesNothing')}
        </p>
        {state !== 'complete' && <Tag tone={state === 'errors' ? 'danger' : 'neutral'}>{states(state)}</Tag>}
      </div>
      <div className="flex gap-2">
        <LinkButton href={href} variant="secondary" aria-label={t('editOf', { title })}>
          {t('edit')}
        </LinkButton>
        <Button
          type="submit"
          name="intent"
          value={`${INTENTS.remove}:${position}`}
          variant="quiet"
          aria-label={t('removeOf', { title })}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  );
}

function RemovedProposals({ removed }: { removed: ListedProposal[] }) {
  const t = useTranslations('contribute.form.proposals');
  return (
    <details className="mt-4 text-sm">
      <summary className="w-fit py-2 text-muted">{t('removedOnes', { count: removed.length })}</summary>
      <ul>
        {removed.map(({ position, title }) => (
          <li key={position} className="flex flex-wrap items-center gap-x-4">
            {title}
            <Button
              type="submit"
              name="intent"
              value={`${INTENTS.restore}:${position}`}
              variant="quiet"
              className="text-sm"
              aria-label={t('restoreOf', { title })}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
