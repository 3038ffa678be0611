import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { Section } from '@/app/ui/section';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import { pathsIn } from '@/lib/platform/i18n/paths';
import type { CompareView } from '@/lib/publication/comparison/filter-schema';
import { FEWEST, MOST } from '@/lib/publication/comparison/filter-schema';
import { groupBySpace } from '@/lib/publication/assessments';
import type { PublicAgreement } from '@/lib/publication/schema';
import { SpaceName } from '@/app/(site)/[locale]/matrix/space-name';
import { ChosenList } from './chosen-list';
import type { CompareLinks } from './links';

type PickerProps = { chosen: PublicAgreement[]; dataset: PublicAgreement[]; view: CompareView; links: CompareLinks };

/** With more agreements than this, names are typed and completed by the browser, instead of chosen from a long list. */
const MAX_LISTED = 150;

/** Chooses the agreements to compare. A plain form without a script; it leads to an address. */
export function Picker({ chosen, dataset, view, links }: PickerProps) {
  const t = useTranslations('compare.picker');
  const paths = pathsIn(useLocale());
  const free = MOST - chosen.length;
  const fields = chosen.length >= FEWEST ? 1 : FEWEST - chosen.length + 1;
  return (
    <Section id="picker" title={t(chosen.length >= FEWEST ? 'change' : 'title')}>
      {chosen.length > 0 && <ChosenList chosen={chosen} links={links} />}
      {free > 0 && (
        <form action={`${paths.compare}/find`} className="space-y-5">
          {chosen.map(({ slug }) => (
            <input key={slug} type="hidden" name="agreements" value={slug} />
          ))}
          {view.at && <input type="hidden" name="at" value={view.at[0]} />}
          {Array.from({ length: Math.min(free, fields) }, (_, at) => (
            <AgreementField
              key={at}
              at={at}
              label={t('agreement', { number: chosen.length + at + 1 })}
              isOptional={chosen.length + at >= FEWEST}
              agreements={dataset.filter((one) => !chosen.includes(one))}
            />
          ))}
          {dataset.length > MAX_LISTED && <Names agreements={dataset} />}
          <Button type="submit" variant={chosen.length >= FEWEST ? 'secondary' : 'primary'}>
            {t(chosen.length >= FEWEST ? 'add' : 'compare')}
          </Button>
        </form>
      )}
      {free === 0 && <p className="text-muted">{t('full', { most: MOST })}</p>}
    </Section>
  );
}

function AgreementField({
  at,
  label,
  isOptional,
  agreements,
}: {
  at: number;
  label: string;
  isOptional: boolean;
  agreements: PublicAgreement[];
}) {
  const t = useTranslations('compare.picker');
  const field = {
    id: `agreement-${at}`,
    name: 'agreements',
    label,
    mark: isOptional ? t('optional') : undefined,
    required: !isOptional,
  };
  if (agreements.length > MAX_LISTED)
    return <TextInput {...field} list="agreement-names" autoComplete="off" hint={t('type')} />;
  return (
    <Select {...field} defaultValue="">
      <option value="">{t('choose')}</option>
      {groupBySpace(agreements).map(({ space, agreements: group }) => (
        <optgroup key={space} label={SpaceName({ space })}>
          {group.map(({ slug, shortName }) => (
            <option key={slug} value={slug}>
              {shortName}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}

function Names({ agreements }: { agreements: PublicAgreement[] }) {
  return (
    <datalist id="agreement-names">
      {agreements.map(({ slug, shortName }) => (
        <option key={slug} value={shortName} />
      ))}
    </datalist>
  );
}
