import { type AgreementsView, agreementsView } from '@/lib/publication/agreement-list/view';

type ViewFieldsProps = {
  view: AgreementsView;
  /** What the form itself asks for. */ without: readonly (keyof typeof agreementsView)[];
};

/** What a form keeps of the view it stands in; a new view begins at its first page. */
export function ViewFields({ view, without }: ViewFieldsProps) {
  const kept = Object.entries(view).filter(([name]) => name !== 'page' && !without.some((one) => one === name));
  return kept.flatMap(([name, values]) =>
    values.map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}
