import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { ACTION_OPTIONS, DECLARED_OPTIONS, GROUP_OPTIONS, KIND_OPTIONS } from '@/app/desk/words/participants';
import type { Options } from '@/app/desk/words/participants';

type FieldOf = (
  name: string,
  initial?: string,
) => { id: string; name: string; defaultValue: string | undefined; error: string | undefined };

/** What the fields begin with; absent for a new row. */
type Initial = Readonly<Record<string, string | null | undefined>>;
type FieldsProps = {
  field: FieldOf;
  initial?: Initial;
  /** Makes ids of several forms on one page different. */
  place?: string;
};

const inPlace = (field: FieldOf, place: string | undefined, initial: Initial) => (name: string) => {
  const props = field(name, initial[name] ?? '');
  return place === undefined ? props : { ...props, id: `${name}-${place}` };
};

/** What is said of a participant itself. Called while its form renders, which then knows the faults that it shows. */
export function participantFields({ field, initial = {}, place, countries }: FieldsProps & { countries: Options }) {
  const of = inPlace(field, place, initial);
  return (
    <>
      <TextInput
        {...of('name')}
        label="Name"
        hint="Of the state or organisation, as it calls itself. Never of a person."
        autoComplete="off"
        maxLength={300}
      />
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <Choose {...of('kind')} label="Kind" options={KIND_OPTIONS} />
        <Choose {...of('country')} label="Country, or seat" options={countries} />
        <Choose {...of('group')} label="Stakeholder group" options={GROUP_OPTIONS} />
      </div>
    </>
  );
}

/** What a participant did, and by what it is known. */
export function participationFields({
  field,
  initial = {},
  place,
  proposed = false,
}: FieldsProps & { /** The contribution that proposes it is evidence. */ proposed?: boolean }) {
  const of = inPlace(field, place, initial);
  return (
    <>
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <Choose {...of('action')} label="Action" options={proposed ? PROPOSED_ACTIONS : ACTION_OPTIONS} />
        <TextInput {...of('date')} label="Date" mark="if known" width="short" placeholder="2018-11-12" />
        <Choose {...of('declaredBy')} label="Who says so" options={DECLARED_OPTIONS} />
      </div>
      <fieldset className="space-y-4">
        <legend className="font-semibold">Evidence</legend>
        <p className="text-sm text-muted">
          {proposed
            ? 'Beside the contribution. Readers see all of it.'
            : 'At least one of these. Readers see all of it.'}
        </p>
        <TextInput {...of('link')} label="Link" />
        <TextInput {...of('source')} label="Source in words" />
        <TextArea
          {...of('quotation')}
          label="Passage"
          hint="At most 1,000 characters, word for word; then a link or a source is needed too."
          rows={2}
        />
        {!proposed && (
          <TextInput
            {...of('contribution')}
            label="Contribution"
            hint="The reference of one that is published under the name of an organisation, such as BPF-2020-007."
            width="medium"
            autoComplete="off"
          />
        )}
      </fieldset>
      <TextArea {...of('reservation')} label="Reservation or declaration" mark="if there is one" rows={2} />
    </>
  );
}

/** A contribution says what somebody did; who belongs to a body is read from the body's own list. */
const PROPOSED_ACTIONS = ACTION_OPTIONS.filter(([action]) => action !== 'member');

type ChooseProps = ReturnType<FieldOf> & { label: string; options: Options };

export function Choose({ options, ...field }: ChooseProps) {
  return (
    // A select keeps its first choice when its form is reset; a new key makes it begin with the typed value.
    <Select key={field.defaultValue} {...field}>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
}
