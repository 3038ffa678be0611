import { Button } from '@/app/ui/button';
import { FileInput } from '@/app/ui/file-input';
import { Select } from '@/app/ui/select';
import { TextInput } from '@/app/ui/text-input';
import type { EntryCall } from './entry-form';

/** Several files at once; each becomes a draft on behalf, or several. */
export function FilesForm({ calls, today }: { calls: readonly EntryCall[]; today: string }) {
  return (
    <form
      action="/desk/contributions/new/upload"
      method="post"
      encType="multipart/form-data"
      className="max-w-[46rem] space-y-5"
    >
      <div>
        <label htmlFor="files" className="block font-semibold">
          Files
        </label>
        <p id="files-hint" className="mt-0.5 mb-2 text-sm text-muted">
          Word (.docx), OpenDocument (.odt), and saved mails (.eml, .msg) with what is attached to them: 20 files and 48
          MB at once. Nothing of them is saved as an answer before you have placed it. Only editors can open the files.
          The file of an anonymous contribution is deleted.
        </p>
        <FileInput id="files" accept=".docx,.odt,.eml,.msg" multiple required aria-describedby="files-hint" />
      </div>
      <Select id="files-call" name="call" label="Call" defaultValue={calls[0]?.slug}>
        {calls.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {title}
          </option>
        ))}
      </Select>
      <TextInput
        id="files-received"
        name="receivedOn"
        label="Received on"
        hint="Of a mail, the day on which it was sent counts. You can correct it for each file."
        type="date"
        max={today}
        defaultValue={today}
        width="medium"
        required
      />
      <Button type="submit">Read the files</Button>
    </form>
  );
}
