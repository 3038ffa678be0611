'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { Select } from '@/app/ui/select';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { AgreementSearch } from './agreement-search';
import type { Found } from './found-list';
import { INTENTS } from './names';
import type { SearchHere } from './use-found';

type ProposalStarterProps = {
  agreements: { slug: string; name: string }[];
  problem?: 'choose' | 'room';
  search: SearchHere;
  /** The result of the search in the address. */
  asked: Found | null;
};

/**
 * The ways to begin a proposal: search for the agreement, choose it, or describe a new one. Each also saves the rest of
 * the page.
 */
export function ProposalStarter({ agreements, problem, search, asked }: ProposalStarterProps) {
  const t = useTranslations('contribute.form.proposals');
  return (
    <div className="space-y-10 border-t border-rule pt-6">
      <section aria-labelledby="add-update">
        <h2 id="add-update" className="text-xl">
          {t('addUpdate')}
        </h2>
        <p className="mt-1 mb-4 text-sm text-muted">{t('addUpdateHint')}</p>
        <AgreementSearch search={search} asked={asked} />
        <WholeList agreements={agreements} problem={problem} />
      </section>
      <section aria-labelledby="add-new">
        <h2 id="add-new" className="text-xl">
          {t('addNew')}
        </h2>
        <p className="mt-1 mb-4 text-sm text-muted">{t('addNewHint')}</p>
        <Button type="submit" name="intent" value={INTENTS.beginNew} variant="secondary">
          {t('beginNew')}
        </Button>
      </section>
    </div>
  );
}

function WholeList({ agreements, problem }: Pick<ProposalStarterProps, 'agreements' | 'problem'>) {
  const t = useTranslations('contribute.form.proposals');
  const list = useTranslations('finding.search')('list');
  const fault =
    problem === 'choose'
      ? t('chooseFirst')
      : problem === 'room'
        ? t('noRoom', { max: ANSWER_LIMITS.proposals })
        : undefined;
  return (
    <div className="mt-6 space-y-3">
      <p className="text-sm text-muted">{list}</p>
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 grow basis-72">
          <Select id="target" name="target" label={t('choose')} error={fault} defaultValue="" className="w-full">
            <option value="">{t('chooseNone')}</option>
            {agreements.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit" name="intent" value={INTENTS.begin} variant="secondary">
          {t('begin')}
        </Button>
      </div>
    </div>
  );
}
