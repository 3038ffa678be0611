import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { MAIL_LABELS } from '@/app/desk/words/settings';
import { isMailName, mailTexts } from '@/lib/notifications/mail-wordings';
import { loadSettings } from '@/lib/platform/settings/current-settings';
import { MailForm } from './mail-form';

export const metadata: Metadata = { title: 'Words of a mail' };

const DONE: Record<string, string> = {
  saved: 'Stored. Mails that leave from now on say it so.',
  reset: 'This mail has its usual words again.',
};

export default async function MailWordsPage({ params, searchParams }: PageProps<'/desk/settings/mails/[mail]'>) {
  const { mail } = await params;
  await requireActor(`/desk/settings/mails/${encodeURIComponent(mail)}`, 'settings.manage');
  if (!isMailName(mail)) notFound();
  await loadSettings();
  const { done } = await searchParams;
  const title = typeof done === 'string' ? DONE[done] : undefined;
  return (
    <>
      <DeskTitle
        title={MAIL_LABELS[mail]}
        lead="A field that is left empty has the usual words, which stand above it. What is in braces is filled in for each mail: keep it."
      >
        <p className="mt-2">
          <Link href="/desk/settings" className="link">
            All settings
          </Link>
        </p>
      </DeskTitle>
      {title && (
        <div className="mb-6">
          <Arrival>
            <Notice kind="success" title={title} />
          </Arrival>
        </div>
      )}
      <MailForm name={mail} texts={mailTexts(mail)} />
    </>
  );
}
