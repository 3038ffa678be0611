import { getTranslations } from 'next-intl/server';
import { localeOf } from '@/app/(site)/frame/locale';
import { metadataOf } from '@/app/(site)/frame/page-metadata';
import { openChallenges, referenceNames } from '@/app/server/published';
import { EmptyState } from '@/app/ui/empty-state';
import { PageHeader } from '@/app/ui/page-header';
import { PartialDate } from '@/app/ui/partial-date';
import { linkTo } from '@/app/ui/prose';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { Tag } from '@/app/ui/tag';
import { cellLabel } from '@/lib/agreements/facts/words';
import { STANDING_CALL } from '@/lib/calls/constants';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { PROMISED_DAYS } from '@/lib/contributions/promise';
import type { PublicChallenge } from '@/lib/publication/challenges';

type Props = PageProps<'/[locale]/challenges'>;

export const dynamic = 'force-static';
export const generateStaticParams = () => [];

export const generateMetadata = metadataOf('challenges');

export default async function ChallengesPage({ params }: Props) {
  const locale = await localeOf(params);
  const paths = pathsIn(locale);
  const [t, challenges, names] = await Promise.all([getTranslations('challenges'), openChallenges(), referenceNames()]);
  return (
    <>
      <PageHeader eyebrow={t('eyebrow')} title={t('title')} lead={t('lead', { days: PROMISED_DAYS })}>
        <div className="max-w-measure space-y-2 text-muted">
          <p>{t('hidden')}</p>
          <p>{t.rich('how', { link: linkTo(paths.call(STANDING_CALL)) })}</p>
        </div>
      </PageHeader>
      {challenges.length === 0 ? (
        <EmptyState title={t('none.title')}>{t('none.body')}</EmptyState>
      ) : (
        <Table id="challenges" caption={t('table')} captionHidden stacked>
          <thead role="rowgroup">
            <Row>
              {(['agreement', 'cell', 'month', 'age', 'state'] as const).map((column) => (
                <ColumnHead key={column}>{t(`column.${column}`)}</ColumnHead>
              ))}
            </Row>
          </thead>
          <tbody role="rowgroup">
            {challenges.map((challenge, at) => (
              <Row key={at}>
                <RowHead>
                  <a href={paths.agreement(challenge.agreement.slug)} className="link" dir="auto">
                    {challenge.agreement.shortName}
                  </a>
                </RowHead>
                <Cell label={t('column.cell')}>{cellLabel(challenge.cell, locale, names)}</Cell>
                <Cell label={t('column.month')}>
                  <PartialDate value={challenge.month} locale={locale} />
                </Cell>
                <Cell label={t('column.age')}>{ageInWords(challenge, t)}</Cell>
                <Cell label={t('column.state')}>
                  <Tag tone={challenge.state === 'published' ? 'ok' : 'neutral'}>{t(`states.${challenge.state}`)}</Tag>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

type ChallengeWords = Awaited<ReturnType<typeof getTranslations<'challenges'>>>;

const ageInWords = ({ age }: PublicChallenge, t: ChallengeWords): string =>
  age > PROMISED_DAYS ? t('late', { age }) : t('age', { age, days: PROMISED_DAYS });
