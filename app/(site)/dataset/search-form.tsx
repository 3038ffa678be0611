import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/text-input';
import { MAX_SOUGHT } from '@/lib/agreements/search/normalise';

type SearchFormProps = {
  action: string;
  /** What the address has chosen: the words, and the choices in the index. */
  chosen: Readonly<Record<string, string | undefined>>;
  label: string;
  submit: string;
};

/** The search words of an index; the choices in it are kept. */
export function SearchForm({ action, chosen: { q, ...others }, label, submit }: SearchFormProps) {
  return (
    <form action={action} role="search" className="no-print mb-8 flex flex-wrap items-end gap-3">
      <div className="min-w-0 grow basis-64 sm:max-w-[26rem]">
        <TextInput id="q" name="q" type="search" label={label} defaultValue={q} maxLength={MAX_SOUGHT} />
      </div>
      {Object.entries(others).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button type="submit" variant="secondary">
        {submit}
      </Button>
    </form>
  );
}
