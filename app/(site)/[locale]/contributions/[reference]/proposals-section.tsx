import { useLocale, useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { inCellOrder } from '@/app/(site)/dataset/cell-order';
import { Section } from '@/app/ui/section';
import { ColumnHead, Row, Table } from '@/app/ui/table';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicCriterionSet } from '@/lib/publication/schema';
import type { PublicContribution } from '@/lib/publication/contributions/schema';
import { ByQuestion } from './by-question';
import { ProposedCellRow } from './proposed-cell-row';

type Context = {
  sets: readonly PublicCriterionSet[];
  names: ReferenceNames;
  published: PublishedReferences;
  language: string | null;
};
type Proposal = PublicContribution['proposals'][number];

type ProposalsSectionProps = Pick<PublicContribution, 'proposals' | 'questions'> & Context;

/** Every proposal cell by cell: the value before, the proposed value, the decision and its reason. */
export function ProposalsSection({ proposals, questions, ...context }: ProposalsSectionProps) {
  const t = useTranslations('contributions.proposals');
  if (proposals.length === 0) return null;
  return (
    <Section id="proposals" title={t('title')} aside={t('aside')} layout="above">
      <ByQuestion items={proposals} questions={questions}>
        {(items, from) => (
          <div className="space-y-14">
            {items.map((proposal, at) => (
              <ProposalTable key={at} proposal={proposal} number={from + at + 1} {...context} />
            ))}
          </div>
        )}
      </ByQuestion>
    </Section>
  );
}

function ProposalTable({ proposal, number, sets, ...context }: { proposal: Proposal; number: number } & Context) {
  const t = useTranslations('contributions.proposals');
  const paths = pathsIn(useLocale());
  const { kind, agreement, cells } = proposal;
  const name = agreement?.name ?? proposedName(proposal) ?? t('unlisted');
  const title = agreement ? (
    <a href={paths.agreement(agreement.slug)} className="link">
      {agreement.name}
    </a>
  ) : (
    <span dir="auto">{name}</span>
  );
  return (
    <div>
      <h3 className="mb-4">{t.rich(kind, { agreement: () => title })}</h3>
      <Table id={`proposal-${number}`} caption={t('caption', { agreement: name })} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead className="w-1/5">{t('cell')}</ColumnHead>
            {kind === 'update' && <ColumnHead className="w-1/5">{t('base')}</ColumnHead>}
            <ColumnHead className="w-[32%]">{t('proposed')}</ColumnHead>
            <ColumnHead>{t('decision')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {inCellOrder(cells, sets).map((cell) => (
            <ProposedCellRow key={cell.cell} cell={cell} kind={kind} {...context} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** A new agreement that is not in the dataset has only its proposed name. */
function proposedName({ cells }: Proposal): string | null {
  const name = cells.find((cell) => cell.cell === 'name')?.proposed.value;
  return typeof name === 'string' ? name : null;
}
