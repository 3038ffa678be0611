import { useTranslations } from 'next-intl';
import { Section } from '@/app/ui/section';
import type { CallTexts } from '@/lib/calls/schema';

type ReadingSectionProps = { texts: Pick<CallTexts, 'reading' | 'readingNote' | 'readingLink'> };

export function ReadingSection({ texts: { reading, readingNote, readingLink } }: ReadingSectionProps) {
  const t = useTranslations('calls.page');
  if (reading.length === 0) return null;
  return (
    <Section id="reading" title={t('reading')}>
      <ul className="max-w-measure space-y-4">
        {reading.map(({ title, author, description, link }) => (
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
            {author && <p>{author}</p>}
            {description && <p className="text-muted">{description}</p>}
          </li>
        ))}
      </ul>
      {(readingNote ?? readingLink) && (
        <p className="mt-4 max-w-measure text-muted">
          {readingNote}{' '}
          {readingLink && (
            <a href={readingLink} className="link wrap-anywhere" rel="noopener">
              {readingLink}
            </a>
          )}
        </p>
      )}
    </Section>
  );
}
