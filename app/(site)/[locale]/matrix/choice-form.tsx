import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { AsOfFields } from '@/app/(site)/dataset/as-of-fields';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { Matrix } from '@/lib/publication/matrix/layout';
import { MAX_CHOSEN, PAGE_LENGTH } from '@/lib/publication/matrix/filter-schema';
import type { MatrixView } from '@/lib/publication/matrix/filter-schema';
import type { PublicCriterionSet, PublicRelease } from '@/lib/publication/schema';

type ChoiceFormProps = {
  view: MatrixView;
  matrix: Matrix;
  sets: PublicCriterionSet[];
  releases: readonly PublicRelease[];
};

/**
 * For choices that links can't offer: single agreements, single criteria, a past day. The rest of the view is sent
 * along.
 */
export function ChoiceForm({ view, matrix, sets, releases }: ChoiceFormProps) {
  const t = useTranslations('matrix.choice');
  const paths = pathsIn(useLocale());
  const shown = matrix.agreements.slice((matrix.page - 1) * PAGE_LENGTH, matrix.page * PAGE_LENGTH);
  return (
    <details>
      <summary>{t('summary')}</summary>
      <form action={`${paths.matrix}/find`} className="space-y-6 pb-6">
        <Kept view={view} names={['at', ...OF_LINKS]} />
        <Boxes
          name="agreements"
          legend={t('agreements', { most: MAX_CHOSEN })}
          chosen={view.agreements}
          items={shown.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        />
        {sets.map((set) => (
          <Boxes
            key={set.slug}
            name="criteria"
            legend={set.title}
            chosen={view.criteria}
            items={set.criteria.map(({ key, shortTitle }) => ({ value: key, label: shortTitle }))}
          />
        ))}
        <Button type="submit" variant="secondary">
          {t('show')}
        </Button>
      </form>
      <AsOfFields
        action={`${paths.matrix}/find`}
        at={view.at?.[0] ?? null}
        releases={releases}
        kept={<Kept view={view} names={['set', 'agreements', 'criteria', ...OF_LINKS]} />}
      />
    </details>
  );
}

type Part = keyof MatrixView;
const OF_LINKS = ['space', 'nature', 'by', 'along', 'order', 'transpose'] as const satisfies Part[];

/** The rest of the view, for a form that changes one part of it. */
function Kept({ view, names }: { view: MatrixView; names: Part[] }) {
  return names.flatMap((name) =>
    (view[name] ?? []).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}

type BoxesProps = {
  name: string;
  legend: string;
  chosen: string[] | undefined;
  items: { value: string; label: string }[];
};

/** Many tick boxes in columns, each with only its label. */
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
