import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import type { OpenForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import { charactersIn, droppedIn } from '@/lib/platform/text/dropped';

/** Lists the steps with invisible characters, which are removed when the draft is sent. */
export async function DroppedNotice({ open }: { open: OpenForm }) {
  const held = open.sending
    .map(({ data, ...part }) => ({ ...part, dropped: droppedIn(data) }))
    .filter(({ dropped }) => dropped.length > 0);
  if (held.length === 0) return null;
  const t = await getTranslations('contribute.check.dropped');
  const paths = contributePaths(open.locale, open.call.slug);
  const steps = await Promise.all(
    held.map(async ({ step, position }) => ({ href: paths.step(step, position), title: await stepTitle(open, step) })),
  );
  return (
    <Notice kind="info" title={t('title')}>
      <p>{t('body', { characters: charactersIn(held.flatMap(({ dropped }) => dropped)).join(', ') })}</p>
      <ul>
        {steps.map(({ href, title }) => (
          <li key={href}>
            <a href={href} className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
