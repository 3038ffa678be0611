import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { Section } from '@/app/ui/section';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { apiPaths, feedPaths, pathsIn } from '@/lib/platform/i18n/paths';

/** Addresses with a part in braces are templates, so they are not links. */
const addresses = [
  { key: 'agreements', path: apiPaths.agreements },
  { key: 'agreement', path: apiPaths.agreement('{slug}') },
  { key: 'history', path: apiPaths.history('{slug}') },
  { key: 'criteria', path: apiPaths.criteria },
  { key: 'sources', path: apiPaths.sources },
  { key: 'source', path: apiPaths.source('{key}') },
  { key: 'calls', path: apiPaths.calls },
  { key: 'contributions', path: apiPaths.contributions },
  { key: 'contribution', path: apiPaths.contribution('{reference}') },
  { key: 'projects', path: apiPaths.projects },
  { key: 'participants', path: apiPaths.participants },
  { key: 'participant', path: apiPaths.participant('{slug}') },
  { key: 'agreementParticipants', path: apiPaths.agreementParticipants('{slug}') },
  { key: 'changes', path: apiPaths.changes },
  { key: 'releases', path: apiPaths.releases },
  { key: 'release', path: apiPaths.release('{slug}') },
] as const;

export function ApiSection() {
  const t = useTranslations('data.api');
  const paths = pathsIn(useLocale());
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
          {addresses.map(({ key, path }) => (
            <Row key={key}>
              <RowHead className="!font-normal">
                <code className="font-mono text-[0.86em] wrap-anywhere">
                  {path.includes('{') ? (
                    <Breakable path={path} />
                  ) : (
                    <a href={path} className="link">
                      <Breakable path={path} />
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
        <p>
          {t.rich('documentation', {
            api: (words) => <Link href={paths.api} words={words} />,
            changes: (words) => <Link href={feedPaths.dataset} words={words} />,
            contributions: (words) => <Link href={feedPaths.contributions} words={words} />,
          })}
        </p>
      </div>
    </Section>
  );
}

/** A long address breaks before one of its parts, not within a word. */
const Breakable = ({ path }: { path: string }) =>
  path.split(/(?=\/)/).map((part, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));

const Link = ({ href, words }: { href: string; words: ReactNode }) => (
  <a href={href} className="link">
    {words}
  </a>
);
