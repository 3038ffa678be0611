'use client';

import { useState } from 'react';
import { Button } from '@/app/ui/button';
import { Fieldset } from '@/app/ui/fieldset';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { Typed } from '@/app/ui/action-state';
import { readingField, writtenRows } from './call-form-data';
import type { FieldOf } from './field-of';

/** The number of empty rows, for browsers without JavaScript. */
const EMPTY_ROWS = 2;

/** The papers to read before answering. A row that is left empty is not stored. */
export function ReadingFields({ field, typed }: { field: FieldOf; typed: Typed }) {
  const written = Math.max(0, ...writtenRows(typed).map((row) => row + 1));
  const [added, setAdded] = useState(0);
  return (
    <Fieldset id="reading" legend="Background reading" size="heading" hint="Rows that you leave empty are not stored.">
      <div className="space-y-6">
        {Array.from({ length: written + EMPTY_ROWS + added }, (_, row) => (
          <ReadingRow key={row} row={row} field={field} />
        ))}
        <Button variant="secondary" onClick={() => setAdded(added + 1)}>
          One more row
        </Button>
        <TextArea {...field('readingNote')} label="Note on the reading" mark="optional" rows={2} />
        <TextInput {...field('readingLink')} label="Link for the reading" mark="optional" inputMode="url" />
      </div>
    </Fieldset>
  );
}

function ReadingRow({ row, field }: { row: number; field: FieldOf }) {
  return (
    <Fieldset id={`reading-${row}`} legend={`Paper ${row + 1}`}>
      <div className="space-y-3">
        <TextInput {...field(readingField(row, 'title'))} label="Title" />
        <TextInput {...field(readingField(row, 'author'))} label="Author" mark="optional" />
        <TextInput {...field(readingField(row, 'link'))} label="Link" mark="optional" inputMode="url" />
        <TextArea {...field(readingField(row, 'description'))} label="What it is" mark="optional" rows={2} />
      </div>
    </Fieldset>
  );
}
