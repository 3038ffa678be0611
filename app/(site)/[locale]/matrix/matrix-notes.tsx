import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import { CorrectLink } from '@/app/(site)/dataset/correct-link';
import { Origin } from '@/app/(site)/dataset/provenance';
import { SourceText } from '@/app/(site)/dataset/source-text';
import { StatedViews } from '@/app/(site)/dataset/stated-views';
import { readAssessment } from '@/lib/publication/assessments';
import type { MatrixLinks } from './links';
import type { MatrixNote } from './notes';

type MatrixNotesProps = { notes: readonly MatrixNote[]; links: MatrixLinks; published: PublishedReferences };

/**
 * The notes on the values of a table: note, source, and contribution. On screen each is hidden until its value opens
 * it; on paper they follow the table as numbered notes.
 */
export function MatrixNotes({ notes, links, published }: MatrixNotesProps) {
  const t = useTranslations('matrix');
  if (notes.length === 0) return null;
  return (
    <div className="matrix-notes">
      <h3 className="hidden print:block">{t('printedNotes')}</h3>
      <div>
        {notes.map((note) => (
          <NoteOnValue key={note.id} note={note} links={links} published={published} />
        ))}
      </div>
    </div>
  );
}

type NoteProps = Omit<MatrixNotesProps, 'notes'> & { note: MatrixNote };

function NoteOnValue({ note, links, published }: NoteProps) {
  const t = useTranslations('matrix');
  const { id, agreement, criterion } = note;
  return (
    <div id={id} popover="auto" className="matrix-note">
      <NoteContent note={note} named="both" published={published} />
      <p className="matrix-ways">
        <a href={`${links.agreement(agreement.slug)}#${criterion.key}`}>
          {t('more', { agreement: agreement.shortName })}
        </a>
        <CorrectLink agreement={agreement} cell={criterion.key} title={criterion.title} />
        <button type="button" popoverTarget={id} popoverTargetAction="hide">
          {t('close')}
        </button>
      </p>
    </div>
  );
}

type NoteContentProps = {
  note: MatrixNote;
  /** What its heading says: where all notes are of one agreement or criterion, only the other. */
  named: 'both' | 'agreement' | 'criterion';
  published: PublishedReferences;
};

/** A note with its value, its source and its contributions. */
export function NoteContent({ note: { agreement, criterion, cell }, named, published }: NoteContentProps) {
  const t = useTranslations('matrix');
  const values = useTranslations('common.values');
  const value = cell.disputed ? 'disputed' : readAssessment(cell.value);
  return (
    <>
      <h4>
        {named !== 'criterion' && agreement.shortName}
        {named !== 'agreement' && <span>{criterion.title}</span>}
      </h4>
      <p className={`is-${value}`}>{values(value)}</p>
      {cell.note && <blockquote dir="auto">{cell.note}</blockquote>}
      <footer>
        {cell.source && <p>{t.rich('source', { source: () => <SourceText cell={cell} /> })}</p>}
        <Origin cell={cell} published={published} />
      </footer>
      <StatedViews cell={cell} published={published} />
    </>
  );
}
