import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { countBy } from '@/lib/publication/matrix/layout';
import { ROW_ORDERS } from '@/lib/publication/matrix/filter-schema';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { PublicAgreement, PublicCriterionSet } from '@/lib/publication/schema';
import type { MatrixLinks } from './links';

type ViewLinksProps = { view: MatrixView; dataset: PublicAgreement[]; sets: PublicCriterionSet[]; links: MatrixLinks };

/** Options one click away: which criteria, which agreements, and their order; folded, so that the table is in
 * the first screen. */
export function ViewLinks({ view, dataset, sets, links }: ViewLinksProps) {
  const t = useTranslations('matrix.views');
  const facts = useTranslations('facts');
  const [set, by] = [view.set?.[0], view.by?.[0]];
  const counts = { space: countBy(dataset, view, 'space'), nature: countBy(dataset, view, 'nature') };
  return (
    <details>
      <summary>{t('summary')}</summary>
      <nav aria-label={t('label')}>
        <Line label={t('set')}>
          <Way
            href={links.to({ set: undefined, criteria: undefined })}
            isHere={set === undefined && !view.criteria}
            label={t('allSets')}
          />
          {sets.map(({ slug, title }) => (
            <Way
              key={slug}
              href={links.to({ set: [slug], criteria: undefined })}
              isHere={set === slug && !view.criteria}
              label={title}
            />
          ))}
        </Line>
        <Line label={facts('space.label')}>
          {SPACES.map((space) => (
            <Way
              key={space}
              href={links.toggle('space', space)}
              isHere={view.space?.includes(space)}
              label={facts(`space.choices.${space}`)}
              count={counts.space.get(space)}
            />
          ))}
        </Line>
        <Line label={facts('bindingNature.label')}>
          {BINDING_NATURES.map((nature) => (
            <Way
              key={nature}
              href={links.toggle('nature', nature)}
              isHere={view.nature?.includes(nature)}
              label={facts(`bindingNature.choices.${nature}`)}
              count={counts.nature.get(nature)}
            />
          ))}
        </Line>
        <Line label={t('order')}>
          <Way href={links.to({ by: undefined, order: undefined })} isHere={by === undefined} label={t('bySpace')} />
          {ROW_ORDERS.map((order) => (
            <Way
              key={order}
              href={by === order ? links.orderBy(order) : links.to({ by: [order], order: undefined })}
              isHere={by === order}
              label={t(`by.${order}`)}
            />
          ))}
        </Line>
      </nav>
    </details>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="border-t border-rule py-1.5 first:border-t-0 md:grid md:grid-cols-[7rem_minmax(0,1fr)] md:gap-x-4">
      <p className="text-muted md:py-1">{label}</p>
      <ul className="flex flex-wrap gap-x-5">{children}</ul>
    </div>
  );
}

/** A link that says whether its option is active. An option that would leave nothing is not a link. */
function Way({
  href,
  label,
  isHere = false,
  count,
}: {
  href: string;
  label: string;
  isHere?: boolean;
  count?: number;
}) {
  const t = useTranslations('matrix.views');
  return (
    <li className="py-1">
      <a
        href={href}
        aria-current={isHere ? 'true' : undefined}
        className={`inline-block min-h-6 min-w-6 ${isHere ? 'font-semibold text-ink underline decoration-2 underline-offset-4' : 'link'}`}
      >
        {label}
      </a>
      {count !== undefined && <span className="ms-1 text-muted">{t('count', { count })}</span>}
    </li>
  );
}
