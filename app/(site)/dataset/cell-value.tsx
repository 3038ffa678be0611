import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PartialDate } from '@/app/ui/partial-date';
import { PlainText } from '@/app/ui/prose';
import { ValueMark } from '@/app/ui/value-mark';
import { isFactField } from '@/lib/agreements/schema';
import { asTyped, storedFacts } from '@/lib/agreements/stored-values';
import { inLanguageOf } from '@/lib/platform/i18n/languages';
import { readAssessment } from '@/lib/publication/assessments';
import { SignatoriesValue } from './signatories-value';

/** The value of any cell as a reader should see it. A value its schema does not know is shown as it is rather than hidden. */
export function CellValue({
  cell,
  value,
  language,
}: {
  cell: string;
  value: unknown;
  /** What its text is written in, where that is known. */ language?: string | null;
}): ReactNode {
  const t = useTranslations('common');
  const locale = useLocale();
  if (!isFactField(cell)) {
    const assessment = readAssessment(value);
    return <ValueMark value={assessment} word={t(`values.${assessment}`)} />;
  }
  switch (cell) {
    case 'launchDate':
      return withParsed(storedFacts.launchDate.safeParse(value), value, (date) => (
        <PartialDate value={date} locale={locale} />
      ));
    case 'space':
      return withParsed(storedFacts.space.safeParse(value), value, (space) => t(`spaces.${space}`));
    case 'bindingNature':
      return withParsed(storedFacts.bindingNature.safeParse(value), value, (nature) => t(`bindingNatures.${nature}`));
    case 'link':
      return withParsed(storedFacts.link.safeParse(value), value, (href) => (
        <a href={href} className="link wrap-anywhere" rel="noopener">
          {href}
        </a>
      ));
    case 'signatories':
      return withParsed(storedFacts.signatories.safeParse(value), value, (signatories) => (
        <SignatoriesValue signatories={signatories} />
      ));
    case 'uniqueElements':
      return withParsed(storedFacts.uniqueElements.safeParse(value), value, (elements) => (
        <ul className="list-['–__'] space-y-1 ps-4">
          {elements.map((element) => (
            <li key={element} dir="auto" {...inLanguageOf(language)}>
              {element}
            </li>
          ))}
        </ul>
      ));
    case 'summary':
    case 'stakeholders':
      return withParsed(storedFacts[cell].safeParse(value), value, (text) => (
        <PlainText text={text} language={language} />
      ));
    default:
      return (
        <span dir="auto" {...inLanguageOf(language)}>
          {String(value)}
        </span>
      );
  }
}

type Parsed<T> = { success: true; data: T } | { success: false };

function withParsed<T>(parsed: Parsed<T>, value: unknown, show: (data: T) => ReactNode): ReactNode {
  return parsed.success ? show(parsed.data) : <span dir="auto">{asTyped(value)}</span>;
}
