'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { INTENTS } from './names';

export type FoundForUpdate = {
  slug: string;
  name: string;
  shortName: string;
  formerly: string | null;
  /** How many other contributions want to change it. */ others: number;
};
export type Found = { sought: string; results: FoundForUpdate[] };

/** The search results, each with a button that begins an update, and what to do if none of them is right. */
export function FoundList({ found: { sought, results } }: { found: Found }) {
  const t = useTranslations('finding.search');
  return (
    <div className="space-y-4">
      {results.length > 0 && (
        <ul aria-label={t('results')} className="border-t border-rule">
          {results.map((agreement) => (
            <FoundAgreement key={agreement.slug} agreement={agreement} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {results.length > 0 && <p className="text-sm text-muted">{t('notThere')}</p>}
        <Button
          type="submit"
          name="intent"
          value={INTENTS.beginNamed}
          variant="secondary"
          className="text-start wrap-anywhere"
        >
          {t('beginNamed', { name: sought })}
        </Button>
      </div>
    </div>
  );
}

function FoundAgreement({ agreement: { slug, name, shortName, formerly, others } }: { agreement: FoundForUpdate }) {
  const t = useTranslations('finding');
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
      <div className="min-w-0 grow basis-64">
        <p className="font-semibold">
          {name}
          {shortName !== name && <span className="font-normal text-muted"> ({shortName})</span>}
        </p>
        {formerly && <p className="text-sm text-muted">{t('search.formerly', { name: formerly })}</p>}
        {others > 0 && <p className="text-sm text-muted">{t('others.agreement', { count: others })}</p>}
      </div>
      <Button
        type="submit"
        name="intent"
        value={`${INTENTS.begin}:${slug}`}
        variant="secondary"
        aria-label={t('search.beginOf', { agreement: name })}
      >
        {t('search.begin')}
      </Button>
    </li>
  );
}
