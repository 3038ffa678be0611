import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { requireActor } from '@/app/server/session';
import { NewCallForm } from '@/app/desk/calls/new-call-form';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { readManagedCall } from '@/lib/calls/desk-calls';
import type { ManagedCall } from '@/lib/calls/desk-calls';
import { aYearLater, clockIn, TIME_ZONES } from '@/lib/calls/local-time';
import { sayCount } from '@/lib/platform/text/say-count';

export const metadata: Metadata = { title: 'Make a call' };

export default async function NewCallPage({ searchParams }: PageProps<'/desk/calls/new'>) {
  const { from } = await searchParams;
  const former = typeof from === 'string' ? from : null;
  await requireActor(`/desk/calls/new${former === null ? '' : `?from=${encodeURIComponent(former)}`}`, 'call.manage');
  const copied = former === null ? null : await readManagedCall(former);
  if (former !== null && !copied) notFound();
  return (
    <>
      <DeskTitle
        title={copied ? `Copy: ${copied.title}` : 'Make a call'}
        lead="It is not public until you make it so: texts, questions and dates can be changed until then."
      >
        <p className="mt-2">
          <Link href="/desk/calls" className="link">
            All calls
          </Link>
        </p>
      </DeskTitle>
      {copied && <CopiedList call={copied} />}
      <NewCallForm from={copied?.slug} suggested={copied ? suggestionOf(copied) : {}} zones={TIME_ZONES} />
    </>
  );
}

/** What a copy has from the call it is made of, and what it has not. */
function CopiedList({ call }: { call: ManagedCall }) {
  const { annex, texts, questionnaire, slug } = call;
  const questions = questionnaire
    ? `Version ${questionnaire.version} of the questionnaire with its ${sayCount(questionnaire.questions, 'question')}, all its sections, conditions and wordings; it becomes version 1 of the copy`
    : 'No questionnaire: this call has none';
  return (
    <section aria-labelledby="copied" className="mb-8 max-w-measure">
      <h2 id="copied" className="text-xl">
        Copied from {slug}
      </h2>
      <ul className="mt-2 list-disc space-y-1 ps-5">
        <li>All texts, and the address to write to. Dates in them follow the new call where they are placeholders</li>
        <li>{questions}</li>
        <li>The annex: {sayCount(annex.length, 'agreement')} in their order</li>
        <li>The background reading: {sayCount(texts.reading.length, 'paper')}</li>
        <li>The rules: after the closing, files, publication, words per answer, beginning of references</li>
      </ul>
      <p className="mt-3">
        <strong>Not copied</strong>: contributions and drafts, notices about the deadline, the preview link. Opening and
        closing are suggested below, a year later.
      </p>
    </section>
  );
}

/** The next year's name, title and dates. */
function suggestionOf({ slug, title, opensAt, closesAt, timeZone }: ManagedCall): Record<string, string> {
  const clockOf = (moment: Date | null) => moment && clockIn(timeZone, aYearLater(timeZone, moment));
  const [opens, closes] = [clockOf(opensAt), clockOf(closesAt)];
  return {
    slug: aYearOn(slug),
    title: aYearOn(title),
    opensOn: opens?.day ?? '',
    opensTime: opens?.time ?? '',
    closesOn: closes?.day ?? '',
    closesTime: closes?.time ?? '',
    timeZone,
  };
}

const aYearOn = (text: string) => text.replaceAll(/\b20\d\d\b/g, (year) => String(Number(year) + 1));
