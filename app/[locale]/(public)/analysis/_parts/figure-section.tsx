import { useTranslations } from 'next-intl';
import type { Figure } from '@/app/[locale]/(public)/analysis/_figures/figure';
import { Section } from '@/app/_components/section';
import { FigureDrawing } from './drawing';
import { FigureTable } from './figure-table';

/** One figure: the finding in words, the drawing, how to read it, its numbers and its files. */
export function FigureSection({ figure, files }: { figure: Figure; files: string }) {
  const t = useTranslations('analysis');
  const { name, title, finding, method, notes = [], ways } = figure;
  return (
    <Section id={name} title={title} layout="above">
      <p className="mb-6 max-w-[46rem] font-serif text-lg text-pretty">{finding}</p>
      {notes.map((note) => (
        <p key={note} className="mb-4 text-sm">
          {note}
        </p>
      ))}
      <FigureDrawing figure={figure} id={name} labelledBy={name} />
      <p className="mt-5 max-w-measure text-sm text-muted">{method}</p>
      {ways && (
        <nav aria-label={ways.title} className="mt-4 text-sm">
          <p className="font-semibold">{ways.title}</p>
          <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
            {ways.links.map(({ words, href }) => (
              <li key={href}>
                <a href={href} className="link">
                  {words}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <FigureTable figure={figure} />
      <p role="group" aria-label={t('download', { title })} className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <a href={`${files}/${name}.svg`} className="link">
          {t('svg')}
        </a>
        <a href={`${files}/${name}.csv`} className="link">
          {t('csv')}
        </a>
        <span className="text-muted">{t('licence')}</span>
      </p>
    </Section>
  );
}
