import { useTranslations } from 'next-intl';
import { ChoiceIndex } from '@/app/(site)/selection/selection-index';
import { viewOf } from '@/lib/publication/selection';
import type { Choice } from '@/lib/publication/selection';
import { viewAddress } from '@/lib/publication/views/address';
import type { ViewShape } from '@/lib/publication/views/address';
import { useRegisterWords } from './words';

type RegisterChoicesProps = {
  names: readonly ('kind' | 'group' | 'country' | 'action')[];
  shape: ViewShape;
  base: string;
  choices: ReadonlyMap<string, Choice[]>;
  chosen: Readonly<Record<string, string | undefined>>;
};

/** By what a list of the register can be narrowed. */
export function RegisterChoices({ names, shape, base, choices, chosen }: RegisterChoicesProps) {
  const t = useTranslations('participants.filter');
  const words = useRegisterWords();
  return (
    <ChoiceIndex
      label={t('label')}
      rows={names.map((name) => ({
        name,
        term: t(name),
        choices: choices.get(name) ?? [],
        chosen: chosen[name],
        labelOf: (value: string) => words(name, value),
      }))}
      chosen={chosen}
      find={`${base}/find`}
      hrefOf={(name, value) => viewAddress(base, shape, viewOf({ ...chosen, [name]: value }))}
    />
  );
}
