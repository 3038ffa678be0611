import { getTranslations } from 'next-intl/server';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { DropCorrection } from '@/app/(form)/[locale]/calls/[call]/contribute/status/correction-section';

/** The ways to leave: discarding a correction keeps what was sent, discarding a draft keeps nothing. */
export async function CheckEnd({ open }: { open: OpenForm }) {
  const [locale, call] = [open.locale, open.call.slug];
  if (open.correcting) return <DropCorrection id={open.held.id} place={{ locale, call }} />;
  const t = await getTranslations('correspondence.withdraw');
  return (
    <p className="no-print text-sm">
      <a href={contributePaths(locale, call).withdraw} className="link">
        {t('discard')}
      </a>
    </p>
  );
}
