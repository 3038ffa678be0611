import { getTranslations } from 'next-intl/server';
import { DifferenceList } from '@/app/ui/difference-list';
import { Moment } from '@/app/ui/moment';
import { Section } from '@/app/ui/section';
import type { Names } from '@/app/(form)/form/sentences';
import { differencesInWords, differenceWords } from '@/app/(form)/display/difference-words';
import type { Question } from '@/lib/questions/registry';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import type { SentContribution } from '@/lib/contributions/sent';
import type { Locale } from '@/lib/platform/i18n/routing';

type DifferenceSectionProps = {
  id: string;
  sent: SentContribution;
  questions: readonly Question[];
  names: Names;
  locale: Locale;
};

/** How each corrected version differs from the one before it, the newest first. */
export async function DifferenceSection({ id, sent, questions, names, locale }: DifferenceSectionProps) {
  if (sent.revision < 2) return null;
  const t = await getTranslations('correspondence.difference');
  const versions = sent.revisions.filter(({ number }) => number > 1).toReversed();
  return (
    <Section id="changed" title={t('title')}>
      <div className="space-y-3">
        {versions.map(({ number, at }, index) => (
          <details key={number} open={index === 0} className="border-b border-rule pb-4">
            <summary className="py-2 font-semibold">
              {t.rich('ofVersion', {
                number,
                former: number - 1,
                moment: () => <Moment key="moment" value={at.toISOString()} locale={locale} />,
              })}
            </summary>
            <Difference id={id} number={number} questions={questions} names={names} />
          </details>
        ))}
      </div>
    </Section>
  );
}

async function Difference({
  id,
  number,
  questions,
  names,
}: Pick<DifferenceSectionProps, 'id' | 'questions' | 'names'> & { number: number }) {
  const t = await getTranslations('correspondence.difference');
  const [before, after] = [await readSentBody(id, number - 1), await readSentBody(id, number)];
  const items = before && after ? await differencesInWords({ before, after, names, questions }) : [];
  return items.length > 0 ? (
    <DifferenceList items={items} words={await differenceWords()} />
  ) : (
    <p className="text-muted">{t('nothing')}</p>
  );
}
