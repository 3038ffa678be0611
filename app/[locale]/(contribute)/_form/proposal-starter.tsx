'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { Select } from '@/app/_components/select';
import { LIMITS } from '@/lib/contributions/constants';
import { INTENTS } from './names';

type ProposalStarterProps = { agreements: { slug: string; name: string }[]; problem?: 'choose' | 'room' };

/** The two ways to begin a proposal. Both save what else is typed on the page. */
export function ProposalStarter({ agreements, problem }: ProposalStarterProps) {
  const t = useTranslations('contribute.form.proposals');
  const fault = problem === 'choose' ? t('chooseFirst') : problem === 'room' ? t('noRoom', { max: LIMITS.proposals }) : undefined;
  return (
    <div className="grid gap-x-12 gap-y-8 border-t border-rule pt-6 md:grid-cols-2">
      <section aria-labelledby="add-update">
        <h2 id="add-update" className="text-xl">
          {t('addUpdate')}
        </h2>
        <p className="mt-1 mb-4 text-sm text-muted">{t('addUpdateHint')}</p>
        <div className="space-y-4">
          <Select id="target" name="target" label={t('choose')} error={fault} defaultValue="" className="w-full">
            <option value="">{t('chooseNone')}</option>
            {agreements.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Select>
          <Button type="submit" name="intent" value={INTENTS.begin} variant="secondary">
            {t('begin')}
          </Button>
        </div>
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
