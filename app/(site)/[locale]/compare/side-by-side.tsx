import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { CellValue } from '@/app/(site)/dataset/cell-value';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Provenance } from '@/app/(site)/dataset/provenance';
import { SourceText } from '@/app/(site)/dataset/source-text';
import { FactValue, StatedViews } from '@/app/(site)/dataset/stated-views';
import { Cell, ColumnHead, Row, RowHead, Table } from '@/app/ui/table';
import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import { isFactKey } from '@/lib/agreements/facts/registry';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { PublicAgreement, PublicCell } from '@/lib/publication/schema';
import './side-by-side.css';

export type Compared = { agreements: PublicAgreement[]; published: PublishedReferences; names: ReferenceNames };
type SideBySideProps = Compared & { id: string; title: string; head: string; rows: { cell: string; name: string }[] };

/** One row per cell, one column per agreement, with notes and sources. On a phone each row becomes a card. */
export function SideBySide({ id, title, head, rows, agreements, published, names }: SideBySideProps) {
  const t = useTranslations('compare');
  const paths = pathsIn(useLocale());
  return (
    // React's types know no custom properties.
    <Table
      id={id}
      caption={<strong className="font-serif text-xl font-medium text-ink">{title}</strong>}
      stacked
      className="side-by-side"
      style={{ '--agreements': agreements.length } as CSSProperties}
    >
      <thead role="rowgroup">
        <Row>
          <ColumnHead>{head}</ColumnHead>
          {agreements.map(({ slug, shortName }) => (
            <ColumnHead key={slug}>
              <a href={paths.agreement(slug)} className="link">
                {shortName}
              </a>
            </ColumnHead>
          ))}
        </Row>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ cell: key, name }) => (
          <Row key={key}>
            <RowHead>{name}</RowHead>
            {agreements.map(({ slug, shortName, facts, assessments }) => (
              <Cell key={slug} label={shortName}>
                <Content
                  name={key}
                  cell={facts[key] ?? assessments[key]}
                  published={published}
                  names={names}
                  silent={t('notStated')}
                />
                <CorrectLink
                  agreement={{ slug, shortName }}
                  cell={key}
                  title={name}
                  isUnknown={isFactKey(key) && facts[key] === undefined}
                  className="mt-1 !block w-fit"
                />
              </Cell>
            ))}
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Content({
  name,
  cell,
  published,
  names,
  silent,
}: { name: string; cell: PublicCell | undefined; silent: string } & Pick<Compared, 'published' | 'names'>) {
  const t = useTranslations('compare');
  if (!cell)
    return isFactKey(name) ? (
      <span className="text-muted">{silent}</span>
    ) : (
      <CellValue cell={name} value="not_assessed" names={names} />
    );
  const fact = isFactKey(name) ? { key: name, names } : undefined;
  return (
    <div className="space-y-1.5">
      {fact ? <FactValue cell={cell} fact={fact} /> : <CellValue cell={name} value={cell.value} names={names} />}
      <Provenance cell={cell} published={published} />
      <StatedViews cell={cell} published={published} fact={fact} />
      {cell.source && (
        <p className="text-xs wrap-anywhere text-muted">
          {t.rich('source', { source: () => <SourceText cell={cell} /> })}
        </p>
      )}
    </div>
  );
}
