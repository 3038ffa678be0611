'use client';

import type { ComponentProps } from 'react';
import { TextArea } from '@/app/_components/text-area';
import { SnippetPicker } from './snippets';

type ReasonFieldProps = Omit<ComponentProps<typeof TextArea>, 'footnote'>;

/** Where an editor says why. The desk's words for reasons can be put into it where a SnippetsProvider is above. */
export function ReasonField(props: ReasonFieldProps) {
  return (
    <div>
      <TextArea rows={2} {...props} />
      <SnippetPicker field={props.id} />
    </div>
  );
}
