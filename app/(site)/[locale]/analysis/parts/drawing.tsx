import '@/app/(site)/[locale]/analysis/analysis.css';
import { useTranslations } from 'next-intl';
import type { Figure } from '@/app/(site)/[locale]/analysis/figure-data/figure';

/**
 * The drawing, inlined so that it uses the page's fonts and colours. The markup is safe:
 * lib/publication/analysis/drawing builds it as elements and serialises them, which escapes every name.
 */
export function FigureDrawing({ figure, id }: { figure: Figure; id: string }) {
  const t = useTranslations('analysis');
  if (figure.scrolls) {
    return (
      <div role="region" aria-label={t('drawing', { title: figure.title })} tabIndex={0} className="figure-scrolls">
        <Svg svg={figure.draw('wide', `${id}-drawing`)} />
      </div>
    );
  }
  return (
    <>
      <Svg svg={figure.draw('wide', `${id}-wide`)} className="figure-wide" />
      <Svg svg={figure.draw('narrow', `${id}-narrow`)} className="figure-narrow" />
    </>
  );
}

function Svg({ svg, className }: { svg: string; className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
