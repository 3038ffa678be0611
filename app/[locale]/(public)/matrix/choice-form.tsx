import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/_components/button';
import { TextInput } from '@/app/_components/text-input';
import { pathsIn } from '@/lib/i18n/paths';
import type { Matrix } from '@/lib/publishing/matrix/layout';
import { MOST_CHOSEN, PAGE_LENGTH } from '@/lib/publishing/matrix/shape';
import type { MatrixView } from '@/lib/publishing/matrix/shape';
import type { PublicCriterionSet } from '@/lib/publishing/schema';

type ChoiceFormProps = { view: MatrixView; matrix: Matrix; sets: PublicCriterionSet[] };

/** What links can't do: single agreements, single criteria, a day of the past. Everything else of the view is sent along. */
export function ChoiceForm({ view, matrix, sets }: ChoiceFormProps) {
  const t = useTranslations('matrix.choice');
  const paths = pathsIn(useLocale());
  const shown = matrix.agreements.slice((matrix.page - 1) * PAGE_LENGTH, matrix.page * PAGE_LENGTH);
  const point = view.at?.[0];
  return (
    <details className="no-print border-y border-rule py-2 text-sm">
      <summary className="w-fit font-semibold text-accent">{t('summary')}</summary>
      <form action={`${paths.matrix}/find`} className="space-y-6 pt-4 pb-3">
        {(['space', 'nature', 'by', 'along', 'order', 'transpose'] as const).flatMap((name) =>
          (view[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        <Boxes name="agreements" legend={t('agreements', { most: MOST_CHOSEN })} chosen={view.agreements} items={shown.map(({ slug, shortName }) => ({ value: slug, label: shortName }))} />
        {sets.map((set) => (
          <Boxes key={set.slug} name="criteria" legend={set.title} chosen={view.criteria} items={set.criteria.map(({ key, shortTitle }) => ({ value: key, label: shortTitle }))} />
        ))}
        <TextInput id="matrix-at" name="at" label={t('at')} hint={t('atHint')} width="short" defaultValue={point} pattern="\d{4}-\d{2}-\d{2}|[0-9a-z][0-9a-z.\-]*" />
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
    </details>
  );
}

type BoxesProps = { name: string; legend: string; chosen: string[] | undefined; items: { value: string; label: string }[] };

/** Many tick boxes in columns: each no more than its label. */
function Boxes({ name, legend, chosen, items }: BoxesProps) {
  return (
    <fieldset>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <div className="matrix-boxes">
        {items.map(({ value, label }) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen?.includes(value)} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
