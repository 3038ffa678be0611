import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { Command } from '@/app/desk/parts/command';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { remove } from '@/app/desk/sources/actions';
import { SourceForm } from '@/app/desk/sources/source-form';
import { SOURCE_FIELD_WORDS, SOURCE_KIND_WORDS } from '@/app/desk/words/sources';
import { can } from '@/lib/accounts/policy';
import { sourceKey } from '@/lib/agreements/sources/schema';
import type { SourceContent } from '@/lib/agreements/sources/schema';
import { readDeskSource } from '@/lib/agreements/sources/sources';
import { readableFor } from '@/lib/review/readable';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { isSameJson } from '@/lib/platform/json';
import { sayCount } from '@/lib/platform/text/say-count';

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ done?: string | string[] }> };

const DONE: Record<string, string> = { added: 'The source is added.', changed: 'The source is changed, everywhere.' };

export const metadata: Metadata = { title: 'Source' };

/** The record of one source: what it says, what it said before, and its end where nothing rests on it. */
export default async function SourcePage({ params, searchParams }: Props) {
  const [{ key }, { done }] = [await params, await searchParams];
  const actor = await requireActor(`/desk/sources/${key}`, 'dataset.read');
  const source = sourceKey.safeParse(key).success ? readableFor(actor)(await readDeskSource(key)) : null;
  if (!source) notFound();
  const said = typeof done === 'string' && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const manages = can(actor, 'source.manage');
  return (
    <>
      <DeskTitle
        title={source.title}
        lead={
          source.cells === 0
            ? 'No cell names it in its source.'
            : `${sayCount(source.cells, 'cell')} of today rest on it.`
        }
      >
        <p className="mt-2 flex flex-wrap gap-x-6">
          <Link href="/desk/sources" className="link">
            All sources
          </Link>
          {/* A full page load: the public pages have their own root layout. */}
          <a href={pathsIn('en').source(key)} className="link">
            Its public page
          </a>
        </p>
      </DeskTitle>
      {said !== undefined && <Notice kind="success" title={said} />}
      {manages && <SourceForm key={source.version} source={source} />}
      {manages && (
        <section aria-labelledby="delete" className="mt-12">
          <h2 id="delete" className="mb-4 text-2xl">
            Delete it
          </h2>
          {source.cells > 0 ? (
            <p className="max-w-measure">A source that cells rest on can’t be deleted. It can be changed.</p>
          ) : (
            <Command
              action={remove}
              fields={{ key }}
              label="Delete the source"
              done="Deleted."
              about={`“${source.title}”`}
              variant="quiet"
            />
          )}
        </section>
      )}
      <History states={source.history} />
    </>
  );
}

type State = NonNullable<Awaited<ReturnType<typeof readDeskSource>>>['history'][number];

function History({ states }: { states: readonly State[] }) {
  return (
    <section aria-labelledby="history" className="mt-12">
      <h2 id="history" className="mb-4 text-2xl">
        History
      </h2>
      <ol className="max-w-[46rem] border-t border-ink">
        {states.map(({ id, at, who, content }, index) => (
          <li key={id} className="border-b border-rule py-5">
            <h3 className="font-sans text-base font-semibold">
              <time dateTime={at.toISOString()}>{sayMoment(at.toISOString(), 'en')}</time>
              <span className="font-normal text-muted">, {who ?? 'came with this site'}</span>
            </h3>
            <Changes before={states[index + 1]?.content ?? null} after={content} />
          </li>
        ))}
      </ol>
    </section>
  );
}

const FIELDS = Object.keys(SOURCE_FIELD_WORDS) as (keyof SourceContent)[]; // the keys of a literal object

/** What a state changed; of the first one, what it said. */
function Changes({ before, after }: { before: SourceContent | null; after: SourceContent | null }) {
  if (after === null) return <p className="mt-2">Deleted.</p>;
  const changed = FIELDS.filter((field) => !isSameJson(before?.[field] ?? null, after[field]));
  return (
    <dl className="mt-2 space-y-1">
      {changed.map((field) => (
        <div key={field} className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="text-sm text-muted">{SOURCE_FIELD_WORDS[field]}</dt>
          <dd className="wrap-anywhere" dir="auto">
            {sayField(field, after)}
            {before !== null && <span className="text-muted"> (before: {sayField(field, before)})</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sayField(field: keyof SourceContent, content: SourceContent): string {
  if (field === 'kind') return SOURCE_KIND_WORDS[content.kind];
  const value = content[field];
  const text = Array.isArray(value) ? value.join(' | ') : String(value ?? '');
  return text === '' ? 'empty' : text;
}
