import { Fieldset } from '@/app/ui/fieldset';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { FieldOf } from './field-of';

type TimeFieldsProps = { field: FieldOf; published: boolean; zones: readonly string[] };

/** When a call takes contributions. A public call has no closing here: its page has an action for it. */
export function TimeFields({ field, published, zones }: TimeFieldsProps) {
  return (
    <Fieldset
      id="times"
      legend="Opening and closing"
      size="heading"
      hint={
        published
          ? 'The deadline of a public call is extended, ended or reopened on the call’s page, which tells its readers.'
          : undefined
      }
    >
      <div className="space-y-6">
        <Moment
          field={field}
          name="opens"
          label="Opens"
          mark="optional"
          hint="Without a time: at the beginning of the day."
        />
        {!published && (
          <Moment
            field={field}
            name="closes"
            label="Closes"
            hint="Without a time, or at 23:59: at the end of the day."
          />
        )}
        <ZoneField field={field} zones={zones} />
        <TextArea
          {...field('deadlineNote')}
          label="Note on the deadline"
          mark="optional"
          hint="Below the deadline on the call’s page."
          rows={2}
        />
      </div>
    </Fieldset>
  );
}

type MomentProps = { field: FieldOf; name: 'opens' | 'closes'; label: string; mark?: string; hint: string };

/** A day and a time of the clock. */
export function Moment({ field, name, label, mark, hint }: MomentProps) {
  return (
    <div className="flex flex-wrap gap-4">
      <TextInput {...field(`${name}On`)} type="date" label={`${label} on`} mark={mark} hint={hint} width="short" />
      <TextInput {...field(`${name}Time`)} type="time" label={`${label} at`} mark="optional" width="short" />
    </div>
  );
}

export function ZoneField({ field, zones }: { field: FieldOf; zones: readonly string[] }) {
  const { defaultValue, ...props } = field('timeZone');
  return (
    // A select keeps its first choice when its form is reset; a new key makes it begin with the typed value.
    <Select
      key={defaultValue}
      {...props}
      defaultValue={defaultValue || 'UTC'}
      label="Time zone"
      hint="These days and times are of its clock."
    >
      {zones.map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll('_', ' ')}
        </option>
      ))}
    </Select>
  );
}
