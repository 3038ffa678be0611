'use client';

import type { ComponentProps } from 'react';
import { useHeldText, useTextInsertion } from '@/app/ui/held-text';
import { TextArea } from '@/app/ui/text-area';
import { SnippetPicker } from './snippets';

type ReasonProps = Omit<ComponentProps<typeof TextArea>, 'footnote' | 'onChange' | 'value' | 'defaultValue' | 'ref'>;

/** The field for an editor's reason; inside a SnippetsProvider, it offers the desk's standard texts. */
export function ReasonField({
  value,
  change,
  ...field
}: ReasonProps & { value: string; change: (text: string) => void }) {
  const { area, insert } = useTextInsertion(value, change);
  return (
    <div>
      <TextArea rows={2} {...field} ref={area} value={value} onChange={(event) => change(event.target.value)} />
      <SnippetPicker field={field.id} insert={insert} />
    </div>
  );
}

/** The same in an ActionForm, which empties it on success. */
export function FormReasonField({ defaultValue = '', ...field }: ReasonProps & { defaultValue?: string }) {
  const [text, setText] = useHeldText(defaultValue);
  return <ReasonField {...field} value={text} change={setText} />;
}
