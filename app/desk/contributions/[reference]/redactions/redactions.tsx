import { Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { ReasonedCommand } from '@/app/desk/parts/reasoned-command';
import { REDACTION_REASONS } from '@/lib/platform/redaction/marks';
import { listFrozenWith } from '@/lib/publication/withholding/frozen-passages';
import type { FrozenSubject } from '@/lib/publication/withholding/withholding';
import type { ReviewContribution } from '@/lib/review/review-page/review-page';
import { lift } from './actions';
import { RedactForm } from './redact-form';

/** The passages that readers do not read, and the form that takes one out. Observers read as readers do. */
export async function Redactions({ contribution }: { contribution: ReviewContribution }) {
  const { reference, blocker, redactions, status, currentRevision } = contribution;
  const listed = redactions.redactions;
  const mayRedact = blocker === null && status !== 'withdrawn' && redactions.texts.length > 0;
  if (listed.length === 0 && !mayRedact) return null;
  const gone = listed.filter((one) => one.gone);
  const frozen = await listFrozenWith(
    listed.flatMap(({ lifted, passage }) => (lifted === null && passage !== '' ? [passage] : [])),
  );
  return (
    <section aria-labelledby="redactions" className="border-t border-ink pt-6 pb-10">
      <h2 id="redactions" tabIndex={-1} className="text-2xl">
        Passages taken out
      </h2>
      <p className="mt-1 max-w-measure text-sm text-muted">
        Readers find a mark with the reason in place of such a passage: on pages, in files, in the API and in reports.
        No search finds its words. What was sent stays as it is.
      </p>
      {gone.length > 0 && (
        <div className="mt-4">
          <Notice kind="warning" title="Please look again">
            {gone.length === 1 ? 'One passage was' : `${gone.length} passages were`} taken out of an earlier version,
            and version {currentRevision} does not have {gone.length === 1 ? 'it' : 'them'} word for word. Does it say
            the same in other words?
          </Notice>
        </div>
      )}
      {frozen.length > 0 && <FrozenNotice subjects={frozen} />}
      <ol className="mt-4 space-y-5 empty:hidden">
        {listed.map((one) => (
          <Listed key={one.id} redaction={one} reference={reference} mayLift={mayRedact} />
        ))}
      </ol>
      {mayRedact && (
        <>
          <RedactForm reference={reference} texts={redactions.texts} />
          <details className="mt-4">
            <summary className="link w-fit text-sm">The texts as they were written</summary>
            <dl className="mt-3 space-y-4">
              {redactions.texts.map(({ place, label, text }) => (
                <div key={place}>
                  <dt className="text-sm font-semibold text-muted">{label}</dt>
                  <dd dir="auto" className="max-w-measure whitespace-pre-wrap wrap-anywhere">
                    {text}
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </section>
  );
}

type ListedProps = {
  redaction: ReviewContribution['redactions']['redactions'][number];
  reference: string;
  mayLift: boolean;
};

function Listed({ redaction, reference, mayLift }: ListedProps) {
  const { id, label, revision, passage, reason, note, at, by, lifted } = redaction;
  return (
    <li className="border-s-2 border-rule ps-4">
      <p className="text-sm">
        <strong>{label}</strong>
        <span className="text-muted">
          , version {revision}: {REDACTION_REASONS[reason]}. {by}, <Moment value={at.toISOString()} locale="en" />
        </span>
      </p>
      {passage !== '' && (
        <blockquote dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
          {passage}
        </blockquote>
      )}
      <p dir="auto" className="max-w-measure text-sm whitespace-pre-line wrap-anywhere text-muted">
        {note}
      </p>
      {lifted !== null ? (
        <p className="mt-1 text-sm">
          Readers read it again: {lifted.reason}{' '}
          <span className="text-muted">
            ({lifted.by}, <Moment value={lifted.at.toISOString()} locale="en" />)
          </span>
        </p>
      ) : (
        mayLift && (
          <ReasonedCommand
            action={lift}
            fields={{ reference, id }}
            summary="Let readers read it again"
            about={passage}
            label="Why can it be read again?"
            hint="For the editors."
            button="Let readers read it"
            done="Readers read it again."
          />
        )
      )}
    </li>
  );
}

/** Frozen files are never rewritten: an admin withholds them, and a corrected one is made. */
function FrozenNotice({ subjects }: { subjects: readonly FrozenSubject[] }) {
  return (
    <div className="mt-4">
      <Notice kind="warning" title="Frozen files have a passage that was taken out">
        <p>They are never rewritten. An admin can withhold each of these, and make a new one without the passage:</p>
        <ul className="mt-1 list-disc ps-5">
          {subjects.map(({ kind, key }) => (
            <li key={`${kind} ${key}`}>
              <a
                className="link"
                href={kind === 'release' ? '/desk/releases' : `/desk/calls/${key.split('/')[0]}/report`}
              >
                {kind === 'release' ? `Release ${key}` : `Report ${key}`}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
