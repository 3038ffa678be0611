import { useLocale, useTranslations } from 'next-intl';
import { pathsIn } from '@/lib/platform/i18n/paths';

type CorrectLinkProps = {
  agreement: { slug: string; shortName: string };
  /** The key of the cell: a fact, a row of one, or a criterion. */
  cell: string;
  /** What the cell is called. */
  title: string;
  /** The dataset has no value of it. */
  isUnknown?: boolean;
  className?: string;
};

/** The link from a value to the short form that corrects it: a word beside the value, with a name of its own. */
export function CorrectLink({ agreement, cell, title, isUnknown = false, className = '' }: CorrectLinkProps) {
  const t = useTranslations('challenges');
  const paths = pathsIn(useLocale());
  const named = { cell: title, agreement: agreement.shortName };
  return (
    <a
      href={paths.correction(agreement.slug, cell)}
      rel="nofollow"
      aria-label={t(isUnknown ? 'addOf' : 'correctOf', named)}
      className={`no-print inline-block min-h-6 text-xs text-muted decoration-1 underline-offset-4 hover:text-accent hover:underline ${className}`}
    >
      {t(isUnknown ? 'add' : 'correct')}
    </a>
  );
}
