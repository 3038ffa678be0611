import { useLocale, useTranslations } from 'next-intl';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { PARTICIPATION_ACTIONS } from '@/lib/agreements/participation-constants';
import { sayPartialDate } from '@/lib/platform/i18n/dates';
import type { PublicCounts } from '@/lib/publication/participants/schema';

type Beside = PublicCounts['beside'][number];

/** What is claimed beside what the register has, with the difference, and what can have no row. */
export function CountsBeside({ counts }: { counts: PublicCounts }) {
  const t = useTranslations('participants.counts');
  const actions = useTranslations('participants.actions');
  const present = PARTICIPATION_ACTIONS.filter((action) => (counts.rows[action] ?? 0) > 0);
  const rows = present.map((action) => t('row', { action: actions(action), count: counts.rows[action] ?? 0 }));
  return (
    <div className="space-y-3">
      {counts.beside.length > 0 && (
        <Table id="counts-table" caption={t('caption')} captionHidden stacked>
          <thead role="rowgroup">
            <Row>
              <ColumnHead>{t('what')}</ColumnHead>
              <ColumnHead>{t('claimed')}</ColumnHead>
              <ColumnHead>{t('computed')}</ColumnHead>
              <ColumnHead>{t('difference')}</ColumnHead>
            </Row>
          </thead>
          <tbody role="rowgroup">
            {counts.beside.map((one) => (
              <CountRow key={`${one.counted} ${one.unit}`} one={one} />
            ))}
          </tbody>
        </Table>
      )}
      {rows.length > 0 && <p>{t('rows', { rows: rows.join(', ') })}</p>}
      {counts.unnamed !== 0 && (
        <p>{counts.unnamed === null ? t('unnamedFew') : t('unnamed', { count: counts.unnamed })}</p>
      )}
      {counts.withdrawn !== 0 && (
        <p>{counts.withdrawn === null ? t('withdrawnFew') : t('withdrawn', { count: counts.withdrawn })}</p>
      )}
    </div>
  );
}

function CountRow({ one }: { one: Beside }) {
  const t = useTranslations('participants.counts');
  const locale = useLocale();
  const words = useCountedWords();
  const asOf = one.asOf === null ? 'none' : sayPartialDate(one.asOf, locale);
  const exactness = one.exactness === null ? 'none' : one.exactness.replace('-', '');
  return (
    <Row>
      <RowHead>{words(one.counted)}</RowHead>
      <Cell label={t('claimed')}>{t('claim', { exactness, count: one.claimed, unit: one.unit ?? 'none', asOf })}</Cell>
      <Cell label={t('computed')}>{one.computed ?? '–'}</Cell>
      <Cell label={t('difference')}>{useDifference(one)}</Cell>
    </Row>
  );
}

function useDifference({ difference }: Beside): string {
  const t = useTranslations('participants.counts');
  if (difference === null) return t('untold');
  if (difference === 0) return t('equal');
  return difference > 0 ? t('missing', { count: difference }) : t('above', { count: -difference });
}

/** The words of the fact that claims it. */
function useCountedWords(): (counted: string) => string {
  const t = useTranslations('facts.counts.parts.counted.choices');
  return (counted) => (t.has(counted as never) ? t(counted as never) : counted); // a key of the fact, as just checked
}
