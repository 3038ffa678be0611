import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/_components/table';
import { apiPaths } from '@/lib/i18n/paths';

/** Addresses with a part in braces can't be followed; the others are links. */
const paths = [
  { key: 'agreements', path: apiPaths.agreements },
  { key: 'agreement', path: apiPaths.agreement('{slug}') },
  { key: 'history', path: apiPaths.history('{slug}') },
  { key: 'criteria', path: apiPaths.criteria },
  { key: 'calls', path: apiPaths.calls },
  { key: 'contributions', path: apiPaths.contributions },
  { key: 'contribution', path: apiPaths.contribution('{reference}') },
  { key: 'releases', path: apiPaths.releases },
] as const;

export function ApiSection() {
  const t = useTranslations('data.api');
  return (
    <Section id="api" title={t('title')} aside={t('aside')}>
      <Table id="addresses" caption={t('caption')} captionHidden stacked>
        <thead role="rowgroup">
          <Row>
            <ColumnHead>{t('address')}</ColumnHead>
            <ColumnHead>{t('content')}</ColumnHead>
          </Row>
        </thead>
        <tbody role="rowgroup">
          {paths.map(({ key, path }) => (
            <Row key={key}>
              <RowHead className="!font-normal">
                <code className="font-mono text-[0.86em] wrap-anywhere">
                  {path.includes('{') ? (
                    path
                  ) : (
                    <a href={path} className="link">
                      {path}
                    </a>
                  )}
                </code>
              </RowHead>
              <Cell>{t(`paths.${key}`)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      <div className="mt-5 max-w-measure space-y-2 text-muted">
        <p>{t('shape')}</p>
        <p>{t('caching')}</p>
      </div>
    </Section>
  );
}
