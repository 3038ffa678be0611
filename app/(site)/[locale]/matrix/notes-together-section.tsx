import { useTranslations } from 'next-intl';
import type { PublishedReferences } from '@/app/(site)/contributions/reference-link';
import type { MatrixLinks } from './links';
import { NoteContent } from './matrix-notes';
import type { NotesTogether } from './notes';

type Props = { id: string; together: NotesTogether; links: MatrixLinks; published: PublishedReferences };

/** All notes of a row or column, one under the other in columns, and which of its values have none. */
export function NotesTogetherSection({ id, together: { of, title, notes, others }, links, published }: Props) {
  const t = useTranslations('matrix.together');
  const values = useTranslations('common.values');
  return (
    <section aria-labelledby={id} className="matrix-together no-print">
      <h3 id={id}>{t('title', { title })}</h3>
      {notes.length === 0 && <p className="mt-2 text-muted">{t('none')}</p>}
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <NoteContent note={note} named={of === 'agreement' ? 'criterion' : 'agreement'} published={published} />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <p className="max-w-[60rem] text-sm text-muted">
          {t('others', {
            list: others.map(({ name, value }) => t('other', { name, value: values(value) })).join(', '),
          })}
        </p>
      )}
      <p className="mt-3 text-sm">
        <a href={links.notes(undefined)} className="link inline-block min-h-6">
          {t('close')}
        </a>
      </p>
    </section>
  );
}
