'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { Choice } from '@/app/_components/choice';
import { Fieldset } from '@/app/_components/fieldset';
import { useField, useTicked } from './step-context';

export type TagSet = { slug: string; title?: string; tags: { key: string; label: string }[] };

/** A group of tick boxes behind a fold that says how many are ticked. */
export function TagGroup({ name, legend, sets }: { name: string; legend: string; sets: TagSet[] }) {
  const t = useTranslations('contribute.form.projects');
  const { id, error, ...control } = useField(name);
  const stored = useTicked(name);
  const now: unknown = useWatch({ name });
  const count = Array.isArray(now) ? now.length : stored.length;
  return (
    <details open={error !== undefined} className="border-t border-rule last:border-b">
      <summary className="min-h-11 py-2.5 font-semibold marker:text-muted">
        <span className="ms-1">{legend}</span>
        <span className="ms-3 text-sm font-normal text-muted">{t('chosen', { count })}</span>
      </summary>
      <Fieldset id={id} legend={<span className="sr-only">{legend}</span>} error={error}>
        <div className="space-y-4 pb-4">
          {sets.map((set) => (
            <div key={set.slug}>
              {set.title && <p className="mb-1 text-sm font-semibold text-muted">{set.title}</p>}
              <div className="gap-x-8 sm:columns-2">
                {set.tags.map(({ key, label }) => (
                  <Choice
                    key={key}
                    {...control}
                    type="checkbox"
                    id={`${id}-${key}`}
                    value={key}
                    defaultChecked={stored.includes(key)}
                    label={label}
                    className="break-inside-avoid text-sm"
                  />
                ))}
              </div>
            </div>
          ))}
        </div>
      </Fieldset>
    </details>
  );
}
