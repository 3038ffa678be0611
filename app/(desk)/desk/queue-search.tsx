import Link from 'next/link';
import { Button } from '@/app/_components/button';
import { Select } from '@/app/_components/select';
import { TextInput } from '@/app/_components/text-input';
import { queueAddress } from './queue-address';
import type { QueueAddress } from './queue-address';

/** A form sent by GET: the search is in the address. The status stays, the page begins anew. */
export function QueueSearch({ address, calls }: { address: QueueAddress; calls: { slug: string; title: string }[] }) {
  const { status, call, q } = address.parts;
  return (
    <form action="/desk" role="search" className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3">
      {status && <input type="hidden" name="status" value={status} />}
      <div className="grow sm:max-w-96">
        <TextInput id="q" name="q" type="search" label="Search" defaultValue={q} maxLength={200} placeholder="Reference or words" />
      </div>
      {calls.length > 1 && (
        <Select id="call" name="call" label="Call" defaultValue={call ?? ''}>
          <option value="">Every call</option>
          {calls.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <Button type="submit" variant="secondary">
        Search
      </Button>
      {(q || call) && (
        <Link href={queueAddress(address, { q: undefined, call: undefined })} className="link min-h-11 content-center">
          Clear
        </Link>
      )}
    </form>
  );
}
