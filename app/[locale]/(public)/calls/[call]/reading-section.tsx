import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/section';
import type { CallTexts } from '@/lib/calls/schema';

export function ReadingSection({ reading }: { reading: CallTexts['reading'] }) {
  const t = useTranslations('calls.page');
  if (reading.length === 0) return null;
  return (
    <Section id="reading" title={t('reading')}>
      <ul className="max-w-measure space-y-4">
        {reading.map(({ title, description, link }) => (
          <li key={title}>
            <p className="font-serif text-lg">
              {link ? (
                <a href={link} className="link" rel="noopener">
                  {title}
                </a>
              ) : (
                <cite>{title}</cite>
              )}
            </p>
            <p className="text-muted">{description}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
