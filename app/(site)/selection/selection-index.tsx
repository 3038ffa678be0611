import { useTranslations } from 'next-intl';
import { Button } from '@/app/ui/button';
import { controlStyles } from '@/app/ui/styles';
import type { Choice } from '@/lib/publication/selection';

type ChoiceRow = {
  /** The name in addresses. */
  name: string;
  term: string;
  choices: readonly Choice[];
  chosen: string | undefined;
  labelOf: (value: string) => string;
  /** How many entries have none of the values, shown after them; 0 is not shown. */
  other?: number;
};
type ChoiceIndexProps = {
  label: string;
  rows: readonly ChoiceRow[];
  /** The address with this value chosen, or with no value chosen. */
  hrefOf: (name: string, value: string | undefined) => string;
  /** Where the long lists post to, with the present choices as hidden fields. */
  find: string;
  chosen: Readonly<Record<string, string | undefined>>;
};

/** With more values than this, a select replaces the links. */
const MAX_LINKS = 12;

/** The filters of a list as an index: each value is a link with the number of entries it leaves. */
export function ChoiceIndex({ label, rows, ...context }: ChoiceIndexProps) {
  const offered = rows.filter(({ choices }) => choices.length > 0);
  if (offered.length === 0) return null;
  return (
    <nav aria-label={label} className="no-print mb-12 border-t border-rule">
      <dl>
        {offered.map((row) => (
          <div
            key={row.name + row.term}
            className="gap-x-12 border-b border-rule py-3 md:grid md:grid-cols-[var(--container-margin)_minmax(0,1fr)]"
          >
            <dt className="text-sm font-semibold text-muted">{row.term}</dt>
            <dd>
              <Choices row={row} {...context} />
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  );
}

type ChoicesProps = { row: ChoiceRow } & Pick<ChoiceIndexProps, 'hrefOf' | 'find' | 'chosen'>;

function Choices({ row, hrefOf, ...form }: ChoicesProps) {
  const t = useTranslations('projects.selection');
  const { name, choices, chosen, labelOf, other = 0 } = row;
  const many = choices.length > MAX_LINKS;
  const links = many
    ? [...choices.slice(0, MAX_LINKS - 2), ...choices.slice(MAX_LINKS - 2).filter(({ value }) => value === chosen)]
    : choices;
  const rest = choices.filter((choice) => !links.includes(choice));
  return (
    <>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {links.map(({ value, count }) => (
          <li key={value}>
            <ChoiceLink
              label={labelOf(value)}
              count={count}
              chosen={value === chosen}
              href={hrefOf(name, value === chosen ? undefined : value)}
            />
          </li>
        ))}
        {other > 0 && <li className="min-h-6 text-muted">{t('other', { count: other })}</li>}
      </ul>
      {rest.length > 0 && <Rest row={row} rest={rest} {...form} />}
    </>
  );
}

function ChoiceLink({ label, count, chosen, href }: { label: string; count: number; chosen: boolean; href: string }) {
  const t = useTranslations('projects.selection');
  return (
    <a
      href={href}
      rel="nofollow"
      aria-current={chosen ? 'true' : undefined}
      className={`inline-block min-h-6 ${chosen ? 'font-semibold text-ink underline decoration-2 underline-offset-4' : 'link'}`}
    >
      <span dir="auto">{label}</span>
      {chosen ? (
        <>
          <span aria-hidden="true"> ×</span>
          <span className="sr-only"> {t('remove')}</span>
        </>
      ) : (
        <span className="ms-1 inline-block text-muted tabular-nums">{count}</span>
      )}
    </a>
  );
}

/** A select for values that are too many for an index. */
function Rest({
  row: { name, term, labelOf },
  rest,
  find,
  chosen,
}: { rest: readonly Choice[] } & Omit<ChoicesProps, 'hrefOf'>) {
  const t = useTranslations('projects.selection');
  return (
    <form action={find} className="mt-3 flex flex-wrap gap-2">
      {Object.entries(chosen).map(
        ([other, value]) =>
          other !== name && value !== undefined && <input key={other} type="hidden" name={other} value={value} />,
      )}
      <select
        name={name}
        aria-label={t('more', { what: term })}
        defaultValue=""
        className={`${controlStyles} max-w-full min-w-0`}
      >
        <option value="">{t('more', { what: term })}</option>
        {rest.map(({ value, count }) => (
          <option key={value} value={value}>
            {t('option', { label: labelOf(value), count })}
          </option>
        ))}
      </select>
      <Button type="submit" variant="secondary">
        {t('show')}
      </Button>
    </form>
  );
}
