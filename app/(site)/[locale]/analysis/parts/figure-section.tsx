import { useTranslations } from 'next-intl';
import type { Figure } from '@/app/(site)/[locale]/analysis/figure-data/figure';
import { Section } from '@/app/ui/section';
import { FigureDrawing } from './drawing';
import { FigureTable } from './figure-table';

/** One figure: the finding in words, the drawing, how to read it, its numbers and files. */
export function FigureSection({ figure, files }: { figure: Figure; files: string }) {
  const { name, title, finding, isSaid, method, definition, notes = [], ways } = figure;
  return (
    <Section id={name} title={title} layout="above">
      <p className="mb-6 max-w-[46rem] font-serif text-lg text-pretty">{finding}</p>
      {notes.map((note) => (
        <p key={note} className="mb-4 text-sm">
          {note}
        </p>
      ))}
      <div className={isSaid ? 'gap-x-12 xl:grid xl:grid-cols-[minmax(0,54rem)_minmax(12rem,1fr)]' : undefined}>
        {isSaid && (
          <div className="min-w-0">
            <FigureDrawing figure={figure} id={name} />
          </div>
        )}
        <div className="mt-5 space-y-4 text-sm xl:mt-0">
          {method && <p className="max-w-measure text-muted">{method}</p>}
          {definition && (
            <p>
              <a href={definition.href} className="link">
                {definition.words}
              </a>
            </p>
          )}
          {ways && <Ways {...ways} />}
          <Files title={title} address={`${files}/${name}`} />
        </div>
      </div>
      {isSaid && <FigureTable figure={figure} />}
    </Section>
  );
}

function Ways({ title, links }: NonNullable<Figure['ways']>) {
  return (
    <nav aria-label={title}>
      <p className="font-semibold">{title}</p>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {links.map(({ words, href, current }) => (
          <li key={words}>
            {href === undefined ? (
              <span className="text-muted">{words}</span>
            ) : (
              <a
                href={href}
                aria-current={current ? 'true' : undefined}
                className={current ? 'border-b-2 border-accent font-semibold' : 'link'}
              >
                {words}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Files({ title, address }: { title: string; address: string }) {
  const t = useTranslations('analysis');
  return (
    <p role="group" aria-label={t('download', { title })} className="no-print flex flex-wrap gap-x-6 gap-y-1">
      <a href={`${address}.svg`} className="link" aria-label={t('fileOf', { file: t('svg'), title })}>
        {t('svg')}
      </a>
      <a href={`${address}.png`} className="link" aria-label={t('fileOf', { file: t('png'), title })}>
        {t('png')}
      </a>
      <a href={`${address}.csv`} className="link" aria-label={t('fileOf', { file: t('csv'), title })}>
        {t('csv')}
      </a>
      <span className="text-muted">{t('licence')}</span>
    </p>
  );
}
