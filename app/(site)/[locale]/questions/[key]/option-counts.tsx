import '@/app/(site)/[locale]/analysis/analysis.css';
import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { OptionFigure } from '@/lib/publication/answers-over-years/answers';
import { optionsChart } from '@/lib/publication/answers-over-years/options-chart';

type Props = OptionFigure & { id: string };

/** How often each option was chosen, of the question or of one thing that it rates: as a drawing and as numbers. */
export function OptionCountsFigure({ id, thing, options, calls }: Props) {
  const t = useTranslations('years.chart');
  const few = t('few');
  const title = thing === null ? t('title') : t('titleOf', { thing });
  const spoken = { title, description: t('description'), options, calls, few };
  return (
    <div className="mb-10 max-w-[54rem]">
      <h3 className="mb-3 max-w-measure text-xl" dir="auto">
        {title}
      </h3>
      <Svg svg={optionsChart({ ...spoken, id: `${id}-wide`, size: 'wide' })} className="figure-wide" />
      <Svg svg={optionsChart({ ...spoken, id: `${id}-narrow`, size: 'narrow' })} className="figure-narrow" />
      <p className="mt-3 mb-4 max-w-measure text-sm text-muted">{t('note')}</p>
      <Table id={`${id}-table`} caption={thing === null ? t('table') : t('tableOf', { thing })} captionHidden>
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('option')}</ColumnHead>
            {calls.map((call) => (
              <ColumnHead key={call} className="numeric">
                {call}
              </ColumnHead>
            ))}
          </Row>
        </thead>
        <tbody role="rowgroup">
          {options.map(({ value, label, counts }) => (
            <Row key={value}>
              <RowHead dir="auto">{label}</RowHead>
              {counts.map((count, at) => (
                <Cell key={calls[at]} numeric>
                  {count ?? few}
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The markup is safe: the drawing is built as elements and serialised, which escapes every name. */
function Svg({ svg, className }: { svg: string; className: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />;
}
