'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Choice } from '@/app/ui/choice';
import { Checkbox } from '@/app/ui/checkbox';
import { Fieldset } from '@/app/ui/fieldset';
import { Tag } from '@/app/ui/tag';
import { TextInput } from '@/app/ui/text-input';
import { isMeant } from '@/lib/agreements/search/filter';
import { ANSWER_LIMITS } from '@/lib/questions/limits';
import { withoutReturn } from './filter-field';
import { useField, useTicked } from './step-context';
import { TypedArea } from './typed-fields';
import { useHydrated } from './use-hydrated';

export type Pickable = { slug: string; name: string; shortName: string; inAnnex: boolean; formerNames: string[] };

/**
 * Every agreement of the dataset as a tick box, with a note field once ticked; with a script also a filter that
 * tolerates typing errors.
 */
export function AgreementPicker({ agreements }: { agreements: Pickable[] }) {
  const t = useTranslations('contribute.form.signatory');
  const { id, error, ...control } = useField('agreements');
  const stored = useTicked('agreements');
  const [wanted, setWanted] = useState('');
  const [onlyTicked, setOnlyTicked] = useState(false);
  const now: unknown = useWatch({ name: 'agreements' });
  const ticked = Array.isArray(now) ? now : stored;
  const sought = useDeferredValue(wanted);
  const shown = (agreement: Pickable) =>
    isMeant(sought, namesOf(agreement)) && (!onlyTicked || ticked.includes(agreement.slug));

  return (
    <Fieldset id={id} legend={t('agreements')} hint={t('agreementsHint')} error={error} size="heading">
      {useHydrated() && (
        <div className="no-print mb-4 flex flex-wrap items-end gap-x-6 gap-y-2">
          <TextInput
            id="find-agreement"
            type="search"
            label={t('filter')}
            width="medium"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            onKeyDown={withoutReturn}
          />
          <Checkbox
            id="only-ticked"
            label={t('onlyChosen')}
            checked={onlyTicked}
            onChange={(event) => setOnlyTicked(event.target.checked)}
          />
          <p role="status" className="pb-2 text-sm text-muted">
            {t('filterCount', { count: agreements.filter(shown).length, chosen: ticked.length })}
          </p>
        </div>
      )}
      <ul className="border-t border-rule">
        {agreements.map((agreement) => (
          <li key={agreement.slug} hidden={!shown(agreement)} className="group border-b border-rule py-1">
            <Choice
              {...control}
              type="checkbox"
              id={`agreements-${agreement.slug}`}
              value={agreement.slug}
              defaultChecked={stored.includes(agreement.slug)}
              label={<AgreementLabel agreement={agreement} />}
            />
            <div className="hidden ps-8 pb-3 group-has-checked:block">
              <TypedArea
                name={`notes.${agreement.slug}`}
                label={t('note', { agreement: agreement.shortName })}
                hint={t('noteHint')}
                rows={2}
                max={ANSWER_LIMITS.note}
              />
            </div>
          </li>
        ))}
      </ul>
    </Fieldset>
  );
}

const namesOf = ({ name, shortName, slug, formerNames }: Pickable) => [name, shortName, slug, ...formerNames];

function AgreementLabel({ agreement: { name, shortName, inAnnex } }: { agreement: Pickable }) {
  const t = useTranslations('contribute.form.signatory');
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <span>
        {name}
        {shortName !== name && <span className="text-muted"> ({shortName})</span>}
      </span>
      {inAnnex && <Tag>{t('annex')}</Tag>}
    </span>
  );
}
