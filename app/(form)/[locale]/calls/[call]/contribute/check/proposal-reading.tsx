import { getTranslations } from 'next-intl/server';
import { referenceNames } from '@/app/server/reference-names';
import { Markdown } from '@/app/ui/markdown';
import { ProposedCells } from '@/app/(form)/display/proposed-cells';
import { SignatoryChanges } from '@/app/(form)/display/signatory-changes';
import { kindOf } from '@/lib/agreements/facts/kinds';
import { proposedIn } from '@/lib/contributions/drafts/draft-parts';
import type { OpenForm } from '@/app/(form)/server/form';
import { proposalTitles } from '@/app/(form)/server/listed-proposals';
import { namesOf } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import type { DraftPart } from '@/lib/contributions/drafts/assembly';
import { readValues } from '@/lib/contributions/drafts/values';

/** One proposal: exactly the cells that will be proposed, each beside the value it would replace. */
export async function ProposalReading({ open, part }: { open: OpenForm; part: DraftPart }) {
  const [t, form, status, names] = [
    await getTranslations('contribute.check'),
    await getTranslations('contribute.form'),
    await getTranslations('status.decisions'),
    await referenceNames(),
  ];
  const values = readValues('proposal', part.data);
  const title = (await proposalTitles(open))(values);
  const cells = proposedIn(part, await namesOf(open.dataset), names).map((one) =>
    kindOf(one.cell)?.comparison === 'parts' && one.before?.value
      ? { ...one, more: <SignatoryChanges before={one.before.value} proposed={one.proposed.value} /> }
      : one,
  );
  const heads = {
    cell: status('cell'),
    before: values.kind === 'update' ? form('proposal.today') : undefined,
    proposed: form('proposal.proposed'),
  };
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3>{title}</h3>
        {!open.closed && (
          <a
            href={`${contributePaths(open.locale, open.call.slug).step(part.step, part.position)}?from=check`}
            className="link no-print text-sm"
            aria-label={t('changeOf', { what: title })}
          >
            {t('change')}
          </a>
        )}
      </div>
      {cells.length === 0 ? (
        <p className="text-muted">{form('proposals.proposesNothing')}</p>
      ) : (
        <ProposedCells
          id={`proposal-${part.position}`}
          caption={title}
          heads={heads}
          cells={cells}
          nothing={form('proposal.todayEmpty')}
          names={names}
        />
      )}
      {values.comment.trim() && (
        <div className="border-s-2 border-rule ps-4 text-sm">
          <p className="font-semibold">{t('comment')}</p>
          <Markdown text={values.comment} className="!text-sm" />
        </div>
      )}
    </div>
  );
}
