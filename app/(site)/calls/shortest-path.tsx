import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { Section } from '@/app/ui/section';
import { Select } from '@/app/ui/select';
import { ASKED_FIELDS } from '@/lib/agreements/facts/registry';

type ShortestPathProps = {
  agreements: readonly { slug: string; name: string }[];
  sets: readonly { slug: string; title: string; criteria: readonly { key: string; title: string }[] }[];
  /** Below the form, a way to say something else. */
  more?: string;
};

/**
 * From a call to the short form of one value, or to the update of one agreement: a form that asks which, and works
 * without a script.
 */
export function ShortestPath({ agreements, sets, more }: ShortestPathProps) {
  const [t, facts, locale] = [useTranslations('progress.shortest'), useTranslations('facts'), useLocale()];
  return (
    <Section id="one-thing" title={t('title')}>
      <p className="max-w-measure">{t('body')}</p>
      <form action={`/${locale}/contribute`} className="no-print mt-5 flex flex-wrap items-end gap-x-5 gap-y-4">
        <Select id="one-agreement" name="agreement" label={t('agreement')} required defaultValue="" className="w-72">
          <option value="">{t('chooseAgreement')}</option>
          {agreements.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Select>
        <Select id="one-cell" name="cell" label={t('what')} defaultValue="" className="w-72">
          <option value="">{t('several')}</option>
          <optgroup label={t('facts')}>
            {ASKED_FIELDS.map((field) => (
              <option key={field} value={field}>
                {facts(`${field}.label`)}
              </option>
            ))}
          </optgroup>
          {sets.toReversed().map((set) => (
            <optgroup key={set.slug} label={set.title}>
              {set.criteria.map(({ key, title }) => (
                <option key={key} value={key}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
        <Button type="submit" variant="secondary">
          {t('button')}
        </Button>
      </form>
      {more && <p className="mt-4 max-w-measure text-sm text-muted">{more}</p>}
    </Section>
  );
}
