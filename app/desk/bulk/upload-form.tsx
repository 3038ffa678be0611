'use client';

import { useState } from 'react';
import { FileInput } from '@/app/ui/file-input';
import { Button } from '@/app/ui/button';
import { Field, describedBy } from '@/app/ui/field';
import { MAX_BYTES } from '@/lib/review/bulk/constants';

const HINT =
  'An Excel workbook (.xlsx) or a CSV file in UTF-8, at most 5 MB. Nothing is proposed before you have seen the report.';

/**
 * Posts to a route, not to an action, so that a body that is too long is not read to its end. Works without a script.
 */
export function UploadForm() {
  const [error, setError] = useState<string>();
  const [sending, setSending] = useState(false);
  return (
    <form
      action="/desk/bulk/upload"
      method="post"
      encType="multipart/form-data"
      className="max-w-measure space-y-5"
      onSubmit={(event) => {
        if (sending) return event.preventDefault();
        const file = new FormData(event.currentTarget).get('file');
        const fault =
          !(file instanceof File) || file.name === ''
            ? 'Please choose a file.'
            : file.size > MAX_BYTES
              ? 'The file is larger than 5 MB: please part it.'
              : undefined;
        setError(fault);
        setSending(fault === undefined);
        if (!fault) return;
        event.preventDefault();
        document.getElementById('file')?.focus();
      }}
    >
      <Field id="file" label="Table of cells" hint={HINT} error={error}>
        <FileInput
          id="file"
          accept=".xlsx,.csv,.tsv,.txt,text/csv"
          {...describedBy({ id: 'file', hint: HINT, error })}
        />
      </Field>
      <Button type="submit" aria-disabled={sending || undefined}>
        {sending ? 'Uploading and checking…' : 'Upload and check'}
      </Button>
    </form>
  );
}
