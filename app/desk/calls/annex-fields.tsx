import { Fieldset } from '@/app/ui/fieldset';
import { FieldError } from '@/app/ui/field-error';
import { controlStyles } from '@/app/ui/styles';
import { describedBy, errorId } from '@/app/ui/field';
import { TextArea } from '@/app/ui/text-area';
import { annexField } from './call-form-data';
import type { FieldOf } from './field-of';

export type Agreement = { slug: string; name: string };

type AnnexFieldsProps = { field: FieldOf; agreements: readonly Agreement[]; error: string | undefined };

/** Which agreements the call asks about, and in which order: a place for each, nothing for the others. */
export function AnnexFields({ field, agreements, error }: AnnexFieldsProps) {
  return (
    <Fieldset
      id="annex"
      legend="Annex: the agreements it asks about"
      size="heading"
      error={error}
      hint="Give each agreement of the annex its place: 1 for the first. An agreement without a place is not in it."
    >
      <ul className="mb-6">
        {agreements.map(({ slug, name }) => (
          <AnnexPlace key={slug} field={field(annexField(slug))} name={name} />
        ))}
      </ul>
      <TextArea {...field('annexNote')} label="Note on the annex" mark="optional" rows={2} />
    </Fieldset>
  );
}

function AnnexPlace({ field: { error, ...field }, name }: { field: ReturnType<FieldOf>; name: string }) {
  return (
    <li className="border-b border-rule py-1.5">
      {error && <FieldError id={errorId(field.id)}>{error}</FieldError>}
      <div className="flex items-center gap-4">
        <input
          {...field}
          type="text"
          inputMode="numeric"
          className={`${controlStyles} w-16 shrink-0`}
          {...describedBy({ id: field.id, error })}
        />
        <label htmlFor={field.id} dir="auto">
          {name}
        </label>
      </div>
    </li>
  );
}
