import { type AgreementsView, agreementsView } from '@/lib/publication/agreement-list/view';

type ViewFieldsProps = {
  view: AgreementsView;
  /** The parameters that the form itself sets. */ without: readonly (keyof typeof agreementsView)[];
};

/** The parts of the present view that a form keeps; a new view begins at its first page. */
export function ViewFields({ view, without }: ViewFieldsProps) {
  const kept = Object.entries(view).filter(([name]) => name !== 'page' && !without.some((one) => one === name));
  return kept.flatMap(([name, values]) =>
    values.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}
