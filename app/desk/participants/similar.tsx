import { RadioGroup } from '@/app/ui/radio-group';
import type { Failure } from '@/lib/platform/errors';

type SimilarProps = {
  failure: Failure;
  name: string;
  seen: string | undefined;
  /** Makes ids of several forms on one page different. */
  place?: string;
};

/** The known participants that a name may mean. Nothing is chosen beforehand. */
export function Similar({ failure, name, seen, place = 'new' }: SimilarProps) {
  const known = (failure.issues ?? []).map(({ params }) => ({
    value: String(params?.slug),
    label: `It is ${String(params?.name)}`,
  }));
  return (
    <RadioGroup
      id={`which-${place}`}
      name="which"
      legend={`Is “${name}” one of these?`}
      error={seen && 'Please choose: nothing is stored or merged before.'}
      options={[...known, { value: 'apart', label: 'It is another one, to be added' }]}
    />
  );
}
