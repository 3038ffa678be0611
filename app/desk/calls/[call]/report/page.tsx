import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Arrival } from '@/app/ui/arrival';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { can } from '@/lib/accounts/policy';
import { sayMoment } from '@/lib/platform/i18n/dates';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readReportContent } from '@/lib/publication/reports/content';
import { listEditions } from '@/lib/publication/reports/editions/editions';
import { checkReport } from '@/lib/publication/reports/synthesis/check-report';
import { reportCounts } from '@/lib/publication/reports/synthesis/counts';
import { listReportTexts } from '@/lib/publication/reports/synthesis/texts';
import { PreviewFiles } from './preview-files';
import { EditionList, PublishForm } from './publish-section';
import { SynthesisForm } from './synthesis-form';
import { SynthesisText } from './synthesis-text';
import { CheckSection, CountList } from './synthesis-section';
import { VersionList } from './version-list';

const DONE: Record<string, string> = {
  saved: 'The text is saved as its newest version.',
  published: 'The report is published.',
  withheld: 'It is withheld. Its page says why.',
  'given-out': 'It is given out again.',
};

export async function generateMetadata({ params }: PageProps<'/desk/calls/[call]/report'>): Promise<Metadata> {
  return { title: `Report of the call ${(await params).call}` };
}

/** The report of a call: the editors' text, what it lacks, its preview, and what was published. */
export default async function ReportPage({ params, searchParams }: PageProps<'/desk/calls/[call]/report'>) {
  const { call: slug } = await params;
  const actor = await requireActor(`/desk/calls/${encodeURIComponent(slug)}/report`, 'report.read');
  const content = await readReportContent(slug, 'en');
  if (!content) notFound();
  const [texts, editions, { done }] = [await listReportTexts(slug), await listEditions(slug), await searchParams];
  const [newest] = texts;
  const { sections = [], version = 0 } = newest ?? {};
  const said = typeof done === 'string' ? DONE[done] : undefined;
  return (
    <>
      <DeskTitle
        title={`Report: ${content.call.title}`}
        lead="The annex of the forum’s output: every published contribution in full, who answered, what was proposed and decided, and the figures, after a synthesis that editors write. It holds only what readers can see on this site."
      />
      {said && (
        <div className="mb-6">
          <Arrival key={`${String(done)} ${version} ${editions.length}`}>
            <Notice kind="success" title={said} />
          </Arrival>
        </div>
      )}
      <PreviewFiles call={slug} />
      {/* The counts stand beside the editor where there is room. */}
      <div className="lg:grid lg:grid-cols-[minmax(0,46rem)_minmax(0,1fr)] lg:gap-x-12">
        <section aria-labelledby="synthesis" className="py-6">
          <h2 id="synthesis" className="mb-4 text-2xl">
            Synthesis{version > 0 && `, version ${version}`}
          </h2>
          {can(actor, 'report.write') ? (
            <SynthesisForm call={slug} sections={sections} version={version} />
          ) : (
            <SynthesisText sections={sections} />
          )}
        </section>
        <CountList counts={reportCounts({ content, words: wordsIn('en'), locale: 'en' })} />
      </div>
      {newest && <CheckSection check={checkReport({ content, synthesis: sections, locale: 'en' })} />}
      <VersionList call={slug} texts={texts} />
      <section aria-labelledby="editions" className="py-6">
        <h2 id="editions" className="text-2xl">
          Published
        </h2>
        {editions.length === 0 && <p className="mt-2 text-muted">Not yet.</p>}
        <EditionList
          editions={editions}
          days={editions.map(({ publishedAt }) => sayMoment(publishedAt, 'en'))}
          mayWithhold={can(actor, 'publication.withhold')}
        />
        {can(actor, 'report.publish') ? (
          <PublishForm call={slug} version={version} />
        ) : (
          <p className="mt-3 text-muted">Admins publish reports.</p>
        )}
      </section>
    </>
  );
}
