'use client';

import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { Choice } from '@/app/ui/choice';
import { Fieldset } from '@/app/ui/fieldset';
import { isMeant } from '@/lib/agreements/search/filter';
import { FilterField } from './filter-field';
import { useField, useTicked } from './step-context';
import { Unfolding } from './unfolding';
import { useHydrated } from './use-hydrated';

export type TagSet = {
  slug: string;
  title?: string;
  tags: { key: string; label: string; /** Other words that the filter finds it by. */ otherNames?: string[] }[];
};

type TagGroupProps = { name: string; legend: string; hint?: string; sets: TagSet[] };

/** A folded group of tick boxes that says how many are ticked; with a script, it has a filter. */
export function TagGroup({ name, legend, hint, sets }: TagGroupProps) {
  const t = useTranslations('contribute.form.projects');
  const filter = useTranslations('finding.filter');
  const { id, error, ...control } = useField(name);
  const stored = useTicked(name);
  const now: unknown = useWatch({ name });
  const count = Array.isArray(now) ? now.length : stored.length;
  const [wanted, setWanted] = useState('');
  const sought = useDeferredValue(wanted);
  const isShown = ({ key, label, otherNames = [] }: TagSet['tags'][number]) =>
    isMeant(sought, [label, key, ...otherNames]);
  const shown = sets.flatMap(({ tags }) => tags.filter(isShown)).length;
  return (
    <Unfolding needed={error !== undefined} className="border-t border-rule last:border-b">
      <summary className="min-h-11 py-2.5 font-semibold marker:text-muted">
        <span className="ms-1">{legend}</span>{' '}
        <span className="ms-3 text-sm font-normal text-muted">{t('chosen', { count })}</span>
      </summary>
      <Fieldset id={id} legend={<span className="sr-only">{legend}</span>} hint={hint} error={error}>
        {useHydrated() && (
          <FilterField
            id={`${id}-filter`}
            label={filter('label')}
            onWanted={setWanted}
            count={filter('count', { count: shown })}
          />
        )}
        <div className="space-y-4 pb-4">
          {sets.map((set) => (
            <div key={set.slug} hidden={!set.tags.some(isShown)}>
              {set.title && <p className="mb-1 text-sm font-semibold text-muted">{set.title}</p>}
              <div className="gap-x-8 sm:columns-2">
                {set.tags.map((tag) => (
                  <div key={tag.key} hidden={!isShown(tag)} className="break-inside-avoid">
                    <Choice
                      {...control}
                      type="checkbox"
                      id={`${id}-${tag.key}`}
                      value={tag.key}
                      defaultChecked={stored.includes(tag.key)}
                      label={tag.label}
                      className="text-sm"
                    />
                  </div>
                ))}
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </Unfolding>
  );
}
