import { useTranslations } from 'next-intl';
import { sayAuthor } from '@/app/(site)/contributions/attribution';
import { type PublishedReferences, ReferenceLink } from '@/app/(site)/contributions/reference-link';
import { Section } from '@/app/ui/section';
import { isLargeEnough } from '@/lib/publication/small-groups';
import type { PublicSignatories } from '@/lib/publication/schema';

/** The organisations that said in published contributions that they signed it. */
export function SignedSection({
  signatories: { named, unnamed },
  published,
}: {
  signatories: PublicSignatories;
  published: PublishedReferences;
}) {
  const t = useTranslations('agreements.signed');
  const authors = useTranslations('contributions');
  if (named.length + unnamed === 0) return null;
  return (
    <Section id="signed" title={t('title')} aside={t('aside')}>
      <ul className="gap-x-10 sm:columns-2">
        {named.map(({ attribution, contributions }) => (
          <li key={contributions.join()} className="break-inside-avoid border-b border-rule py-2">
            <span dir="auto">
              {sayAuthor(attribution, { anonymous: authors('anonymous'), unnamed: authors('unnamed') })}
            </span>{' '}
            <span className="text-sm text-muted">
              {t.rich('in', { references: () => <References {...{ contributions, published }} /> })}
            </span>
          </li>
        ))}
      </ul>
      {unnamed > 0 && (
        <p className="mt-3 text-sm text-muted">
          {t(isLargeEnough(unnamed) ? 'unnamed' : 'unnamedFew', { named: named.length, count: unnamed })}
        </p>
      )}
    </Section>
  );
}

function References({
  contributions,
  published,
}: {
  contributions: readonly string[];
  published: PublishedReferences;
}) {
  return contributions.map((reference, at) => (
    <span key={reference}>
      {at > 0 && ', '}
      <ReferenceLink reference={reference} published={published} />
    </span>
  ));
}
