'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Select } from '@/app/ui/select';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { SOURCE_FIELD_WORDS, SOURCE_KIND_WORDS } from '@/app/desk/words/sources';
import { SOURCE_KINDS } from '@/lib/agreements/sources/schema';
import type { SourceContent } from '@/lib/agreements/sources/schema';
import { add, change } from './actions';

type SourceFormProps = { source?: SourceContent & { key: string; version: number } };

/** Adds the record of a source, or changes one. */
export function SourceForm({ source }: SourceFormProps) {
  return (
    <DeskForm
      action={source ? change : add}
      fields={source ? { key: source.key, version: `${source.version}` } : {}}
      done="Stored"
      className="max-w-[46rem] space-y-5"
      buttons={<SubmitButton>{source ? 'Change the source' : 'Add the source'}</SubmitButton>}
    >
      {({ field }) => {
        const typed = (name: 'title' | 'author' | 'publisher' | 'link' | 'archivedLink' | 'accessedOn') => ({
          ...field(name, source?.[name] ?? ''),
          label: SOURCE_FIELD_WORDS[name],
        });
        return (
          <>
            <TextInput {...typed('title')} />
            <Select {...field('kind', source?.kind ?? '')} label={SOURCE_FIELD_WORDS.kind}>
              <option value="">Please choose</option>
              {SOURCE_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {SOURCE_KIND_WORDS[kind]}
                </option>
              ))}
            </Select>
            <TextInput {...typed('author')} mark="optional" hint="As its title page names them." />
            <TextInput
              {...field('year', source?.year === null || source === undefined ? '' : `${source.year}`)}
              label={SOURCE_FIELD_WORDS.year}
              mark="optional"
              width="short"
              inputMode="numeric"
            />
            <TextInput {...typed('publisher')} mark="optional" />
            <TextInput {...typed('link')} mark="optional" inputMode="url" />
            <TextInput {...typed('archivedLink')} mark="optional" inputMode="url" />
            <TextInput {...typed('accessedOn')} mark="optional" hint="A year, a month or a day." width="medium" />
            <TextArea
              {...field('citedAs', source?.citedAs.join('\n') ?? '')}
              label={SOURCE_FIELD_WORDS.citedAs}
              mark="optional"
              hint="The words by which the sources of cells name it, one a line, of at least eight characters. Its links are found without them."
              rows={3}
            />
          </>
        );
      }}
    </DeskForm>
  );
}
