import { useTranslations } from 'next-intl';
import { Provenance, SourceMark } from '@/app/(site)/dataset/provenance';
import { factOf } from '@/lib/publication/assessments';
import { Prose } from '@/app/ui/prose';
import { Section } from '@/app/ui/section';
import type { AgreementView } from './view';

/** The elements that the paper found in this agreement and in no other. */
export function UniqueSection({ agreement, sources, published }: AgreementView) {
  const t = useTranslations('agreements.page');
  const elements = factOf(agreement, 'uniqueElements');
  const cell = agreement.facts.uniqueElements;
  if (!elements || !cell) return null;
  return (
    <Section id="uniqueElements" title={t('unique')}>
      <Prose>
        <ul>
          {elements.map((element, at) => (
            <li key={element} dir="auto">
              <bdi>{element}</bdi>
              {at === elements.length - 1 && <SourceMark cell={cell} sources={sources} />}
            </li>
          ))}
        </ul>
      </Prose>
      <div className="mt-4">
        <Provenance cell={cell} published={published} />
      </div>
    </Section>
  );
}
