import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import { PlainText } from '@/app/ui/prose';
import { leftBehind } from '@/app/(form)/server/asked';
import type { OpenForm } from '@/app/(form)/server/form';
import { findFormerTitles } from '@/lib/calls/calls';

/** Texts for questions that the newer version no longer has: shown, so that they can be copied, and not sent. */
export async function LeftBehind({ open }: { open: OpenForm }) {
  const left = leftBehind(open);
  if (left.length === 0) return null;
  const t = await getTranslations('contribute.check.leftBehind');
  const titles = await findFormerTitles(open.call.id, open.locale);
  return (
    <Notice kind="info" title={t('title', { count: left.length })}>
      <p>{t('body')}</p>
      {left.map(({ step, text }) => (
        <details key={step} className="mt-2">
          <summary className="link w-fit">{titles.get(step) ?? step}</summary>
          <PlainText text={text} className="mt-2" />
        </details>
      ))}
    </Notice>
  );
}
