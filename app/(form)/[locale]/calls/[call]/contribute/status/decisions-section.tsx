import { cellName } from '@/lib/agreements/facts/cell-name';
import { getTranslations } from 'next-intl/server';
import { referenceNames } from '@/app/server/reference-names';
import { Markdown } from '@/app/ui/markdown';
import { Section } from '@/app/ui/section';
import type { Names } from '@/app/(form)/form/sentences';
import { ProposedCells } from '@/app/(form)/display/proposed-cells';
import { inCellOrder } from '@/app/(form)/display/cell-order';
import { wasDecided } from '@/lib/contributions/current-proposals';
import type { SentChange, SentProposal } from '@/lib/contributions/sent';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Locale } from '@/lib/platform/i18n/routing';
import { DecisionWords } from './decision-words';

type DecisionsSectionProps = {
  proposals: SentProposal[];
  /** The names of the questions, where the call asks for proposals in several. */
  questionTitles: Record<string, string>;
  names: Names;
  locale: Locale;
};

/** The decision on every proposed cell. It comes first, because most contributors open the page for it. */
export async function DecisionsSection({ proposals, questionTitles, names, locale }: DecisionsSectionProps) {
  const t = await getTranslations('status.decisions');
  const changes = proposals.flatMap((proposal) => proposal.changes);
  const takenBack = changes.filter(({ status }) => status === 'withdrawn').length;
  const decided = changes.filter(wasDecided).length;
  const summary = changes.length > 0 ? t('summary', { decided, count: changes.length, takenBack }) : t('none');
  return (
    <Section id="decisions" title={t('title')} aside={summary} layout="above">
      <div className="space-y-12">
        {proposals.toSorted(byNews).map((proposal, at) => (
          <Proposal
            key={at}
            id={`decided-${at + 1}`}
            proposal={proposal}
            question={questionTitles[proposal.question]}
            names={names}
            locale={locale}
          />
        ))}
      </div>
    </Section>
  );
}

const byNews = (one: SentProposal, other: SentProposal) =>
  Number(other.changes.some(wasDecided)) - Number(one.changes.some(wasDecided));

/** What was decided is news; what waits, or was taken back, follows. Otherwise the order stays. */
const decidedFirst = <Change extends SentChange>(changes: readonly Change[]): Change[] =>
  changes.toSorted((one, other) => Number(wasDecided(other)) - Number(wasDecided(one)));

async function Proposal({
  id,
  proposal: { kind, agreement, comment, changes },
  question,
  names,
  locale,
}: Pick<DecisionsSectionProps, 'names' | 'locale'> & { id: string; proposal: SentProposal; question?: string }) {
  const [t, form, references] = [
    await getTranslations('status.decisions'),
    await getTranslations('contribute'),
    await referenceNames(),
  ];
  const proposedName = changes.find(({ key }) => key === 'name')?.proposed.value;
  const title =
    kind === 'update'
      ? t('update', { agreement: agreement?.name ?? '' })
      : t('new', { name: typeof proposedName === 'string' ? proposedName : '' });
  const heads = {
    cell: t('cell'),
    before: kind === 'update' ? form('form.proposal.moved.then') : undefined,
    proposed: t('proposed'),
    decision: t('outcome'),
  };
  const cells = decidedFirst(inCellOrder(changes, names)).map((change) => ({
    cell: change.key,
    title: cellName(names, change.key, references),
    before: change.base,
    proposed: change.proposed,
    decision: <DecisionWords change={change} locale={locale} />,
  }));
  return (
    <div>
      {question && <p className="text-sm text-muted">{question}</p>}
      <h3>{title}</h3>
      {agreement && (
        <p className="no-print mt-1 text-sm">
          <a href={pathsIn(locale).agreement(agreement.slug)} className="link">
            {t('agreementPage')}
          </a>
        </p>
      )}
      <div className="mt-4">
        <ProposedCells
          id={id}
          caption={title}
          heads={heads}
          cells={cells}
          nothing={form('form.proposal.todayEmpty')}
          names={references}
        />
      </div>
      {comment && (
        <div className="mt-4 border-s-2 border-rule ps-4 text-sm">
          <p className="font-semibold">{form('check.comment')}</p>
          <Markdown text={comment} className="!text-sm" />
        </div>
      )}
    </div>
  );
}
