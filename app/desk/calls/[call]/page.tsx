import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound } from 'next/navigation';
import { Arrival } from '@/app/ui/arrival';
import { DefinitionList } from '@/app/ui/definition-list';
import { Notice } from '@/app/ui/notice';
import { Tag } from '@/app/ui/tag';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { CALL_DONE, callStateInWords, deadlineInWords, noticeInWords } from '@/app/desk/words/calls';
import { readManagedCall } from '@/lib/calls/desk-calls';
import type { ManagedCall } from '@/lib/calls/desk-calls';
import { clockIn } from '@/lib/calls/local-time';
import { countOpenPoints } from '@/lib/calls/questionnaire/check-list';
import { openQuestionnaireDraft } from '@/lib/calls/questionnaire/drafts';
import { readCallReadiness } from '@/lib/calls/readiness';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { sayCount } from '@/lib/platform/text/say-count';
import { CallActions } from './call-actions';
import { CheckList, DraftPoints } from './check-list';
import { PreviewLink } from './preview-link';

export async function generateMetadata({ params }: PageProps<'/desk/calls/[call]'>): Promise<Metadata> {
  return { title: `Call ${(await params).call}` };
}

export default async function CallPage({ params, searchParams }: PageProps<'/desk/calls/[call]'>) {
  const { call: slug } = await params;
  await requireActor(`/desk/calls/${encodeURIComponent(slug)}`, 'call.manage');
  const call = await readManagedCall(slug);
  if (!call) notFound();
  const [checks, { done }] = [await readCallReadiness(slug), await searchParams];
  const draft = await openQuestionnaireDraft(slug);
  const draftPoints = draft && countOpenPoints(draft);
  const said = typeof done === 'string' ? CALL_DONE[done] : undefined;
  return (
    <>
      <DeskTitle title={call.title} lead={call.texts.summary}>
        <CallLinks call={call} />
      </DeskTitle>
      {said && (
        <div className="mb-6">
          <Arrival>
            <Notice kind="success" title={said} />
          </Arrival>
        </div>
      )}
      <div className="max-w-[46rem]">
        <DefinitionList items={factsOf(call)} />
      </div>
      {!call.published && checks && <CheckList slug={slug} checks={checks} draftPoints={draftPoints} />}
      {call.published && draftPoints !== null && <DraftPoints slug={slug} count={draftPoints} />}
      <CallActions
        slug={slug}
        published={call.published}
        state={call.state}
        passed={call.closesAt !== null && call.closesAt <= new Date()}
        closes={call.closesAt && clockIn(call.timeZone, call.closesAt)}
      />
      <PreviewLink slug={slug} exists={call.hasPreview} />
    </>
  );
}

function CallLinks({ call: { slug, published, closesAt } }: { call: ManagedCall }) {
  return (
    <ul className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
      <li>
        <Link href={`/desk/calls/${slug}/edit`} className="link">
          Edit texts, dates and rules
        </Link>
      </li>
      <li>
        <Link href={`/desk/calls/${slug}/questionnaire`} className="link">
          Edit the questionnaire
        </Link>
      </li>
      <li>
        <Link href={`/desk/calls/new?from=${slug}`} className="link">
          Copy this call
        </Link>
      </li>
      <li>
        <Link href={`/desk/calls/${slug}/answers`} className="link">
          Answers, question by question
        </Link>
      </li>
      {published && closesAt !== null && (
        <li>
          <Link href={`/desk/calls/${slug}/report`} className="link">
            Report
          </Link>
        </li>
      )}
      {published && (
        <li>
          <a href={pathsIn('en').call(slug)} className="link">
            Its public page
          </a>
        </li>
      )}
      <li>
        <Link href="/desk/calls" className="link">
          All calls
        </Link>
      </li>
    </ul>
  );
}

function factsOf(call: ManagedCall) {
  const { counts, opensAt, timeZone, questionnaire, annex } = call;
  const { word, tone } = callStateInWords(call);
  return [
    { term: 'State', description: <Tag tone={tone}>{word}</Tag> },
    { term: 'Opening', description: opensAt ? sayMoment(opensAt.toISOString(), 'en', timeZone) : 'Not given' },
    {
      term: 'Deadline',
      description: (
        <>
          {deadlineInWords(call)}
          {call.notices.map((notice) => (
            <span key={notice.at.toISOString()} className="block text-sm text-muted">
              {noticeInWords(notice, timeZone)}
            </span>
          ))}
        </>
      ),
    },
    { term: 'After the closing', description: call.acceptsLate ? 'Late contributions are accepted' : 'Strict' },
    {
      term: 'Contributions',
      description: `${sayCount(counts.begun, 'draft')} begun, ${counts.submitted} sent in, ${counts.published} published`,
    },
    {
      term: 'Questionnaire',
      description: questionnaire
        ? `Version ${questionnaire.version}, ${sayCount(questionnaire.questions, 'question')}`
        : 'None published yet',
    },
    { term: 'Annex', description: sayCount(annex.length, 'agreement') },
    { term: 'Files', description: call.acceptsFiles ? 'May be sent along' : 'Not accepted' },
    { term: 'For the editors only', description: call.offersEditorsOnly ? 'May be chosen' : 'Not offered' },
    { term: 'Publication', description: call.publishesAtOnce ? 'At once' : 'After an editor has read it' },
    { term: 'Words per answer', description: call.maxWords ? `At most ${call.maxWords}` : 'No limit for the call' },
    { term: 'References begin with', description: call.prefix },
  ];
}
