import type { Metadata } from 'next';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/text-input';
import { cutText } from '@/lib/platform/text/cut-text';
import { listTitle } from './titles';

/** The query of a list in which one finds entries by their name. */
export type FindQuery = { q?: string | string[] };

/** The text that is looked for; empty for the whole list. */
export const soughtIn = ({ q }: FindQuery): string => cutText(typeof q === 'string' ? q : '', 120);

/** The metadata of such a list, which names the text. */
export async function findMetadata(title: string, searchParams: Promise<FindQuery>): Promise<Metadata> {
  const sought = soughtIn(await searchParams);
  return { title: listTitle(title, [sought && `“${sought}”`]) };
}

/** Finds entries of a list by their name. */
export function FindForm({ label, sought }: { label: string; sought: string }) {
  return (
    <form method="get" role="search" className="mb-6 flex flex-wrap items-end gap-3">
      <TextInput id="q" name="q" label={label} type="search" width="medium" defaultValue={sought} autoComplete="off" />
      <Button type="submit" variant="secondary">
        Find
      </Button>
    </form>
  );
}
