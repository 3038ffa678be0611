import { getTranslations } from 'next-intl/server';
import { Day } from '@/app/ui/moment';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import { contributePaths } from '@/app/(form)/server/paths';
import type { ListedLink } from '@/lib/contributions/links';
import type { Place } from './place';

/** The valid links: for whom, what they allow, since when, and a link to revoke each. */
export async function LinkList({ place, links, inUse }: { place: Place; links: ListedLink[]; inUse: string }) {
  const [t, purposes] = [await getTranslations('sharing.share.list'), await getTranslations('sharing.purposes')];
  const paths = contributePaths(place.locale, place.call);
  const heads = { label: t('label'), purpose: t('purpose'), made: t('made'), action: t('action') };
  return (
    <Table id="link-list" caption={t('title')} captionHidden stacked>
      <thead role="rowgroup">
        <Row>
          {Object.entries(heads).map(([key, head]) => (
            <ColumnHead key={key}>{head}</ColumnHead>
          ))}
        </Row>
      </thead>
      <tbody role="rowgroup">
        {links.map(({ id, label, purpose, createdAt }) => (
          <Row key={id}>
            <RowHead dir="auto">
              {label ?? t('unnamed')}
              {id === inUse && <span className="block text-sm font-normal text-muted">{t('yours')}</span>}
            </RowHead>
            <Cell label={heads.purpose}>{purposes(`${purpose}.name`)}</Cell>
            <Cell label={heads.made}>
              <Day value={createdAt.toISOString()} locale={place.locale} />
            </Cell>
            <Cell label={heads.action}>
              <a
                href={paths.sharedLink(id)}
                className="link"
                aria-label={t('revokeOf', { label: label ?? t('unnamed') })}
              >
                {t('revoke')}
              </a>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
