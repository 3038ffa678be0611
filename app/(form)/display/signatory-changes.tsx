import { useLocale, useTranslations } from 'next-intl';
import { partsChanged } from '@/lib/contributions/drafts/draft-parts';
import type { PartChange } from '@/lib/contributions/drafts/draft-parts';

/**
 * Names the parts of the signatories that would change, be added or be removed: a count alone could hide removed names.
 */
export function SignatoryChanges({ before, proposed }: { before: unknown; proposed: unknown }) {
  const t = useTranslations('contribute.check.signatoryParts');
  const changes = partsChanged(before, proposed);
  if (changes.length === 0) return null;
  return (
    <div className="mt-3 text-sm">
      <p className="font-semibold">{t('title')}</p>
      <ul className="list-disc ps-5">
        {changes.map((change) => (
          <PartLine key={change.part} change={change} />
        ))}
      </ul>
      <p className="text-muted">{t('rest')}</p>
    </div>
  );
}

function PartLine({ change: { part, gone, added } }: { change: PartChange }) {
  const t = useTranslations('contribute.check.signatoryParts');
  const name = useTranslations('contribute.form.proposal.parties')(part);
  const list = new Intl.ListFormat(useLocale(), { type: 'conjunction' });
  const [before, after] = [list.format(gone), list.format(added)];
  if (part !== 'list' && gone.length > 0 && added.length > 0)
    return <li>{t('changed', { part: name, before, after })}</li>;
  return (
    <>
      {gone.length > 0 && <li>{t('gone', { part: name, count: gone.length, before })}</li>}
      {added.length > 0 && <li>{t('added', { part: name, count: added.length, after })}</li>}
    </>
  );
}
