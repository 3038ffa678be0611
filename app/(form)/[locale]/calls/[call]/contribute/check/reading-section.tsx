import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Section } from '@/app/ui/section';

type ReadingSectionProps = {
  id: string;
  title: string;
  aside?: ReactNode;
  /** Absent where the step can't be changed any more. */ href?: string;
  children: ReactNode;
};

/** One step as it will be sent, with a link back to it. */
export async function ReadingSection({ id, title, aside, href, children }: ReadingSectionProps) {
  const t = await getTranslations('contribute.check');
  return (
    <Section
      id={id}
      title={title}
      layout="above"
      aside={
        <>
          {aside}
          {href && (
            <p className="no-print mt-2">
              <a href={`${href}?from=check`} className="link" aria-label={t('changeOf', { what: title })}>
                {t('change')}
              </a>
            </p>
          )}
        </>
      }
    >
      {children}
    </Section>
  );
}
