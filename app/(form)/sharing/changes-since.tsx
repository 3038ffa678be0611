import { getTranslations } from 'next-intl/server';
import { DifferenceList } from '@/app/ui/difference-list';
import { differenceWords } from '@/app/(form)/display/difference-words';
import type { OpenForm } from '@/app/(form)/server/form';
import type { SignedContent } from '@/lib/contributions/sign-offs';
import { changesSince } from './text-to-sign';

type ChangesSinceProps = { read: SignedContent; open: OpenForm; unfolded?: boolean };

/** What has changed in a text since an approver read it. */
export async function ChangesSince({ read, open, unfolded = false }: ChangesSinceProps) {
  const [t, items] = [await getTranslations('signoff.answer'), await changesSince(read, open)];
  return (
    <details open={unfolded} className="max-w-measure">
      <summary className="link w-fit py-1">{t('since')}</summary>
      {items.length > 0 ? (
        <DifferenceList items={items} words={await differenceWords()} />
      ) : (
        <p className="text-muted">{t('sinceNothing')}</p>
      )}
    </details>
  );
}
