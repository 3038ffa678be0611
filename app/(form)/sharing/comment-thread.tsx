import { getTranslations } from 'next-intl/server';
import { Moment } from '@/app/ui/moment';
import type { HeldLink } from '@/lib/contributions/links';
import type { Comment } from '@/lib/contributions/comments';
import { BESIDE } from '@/app/(form)/form/names';
import { changeComment, comment } from './comment-actions';
import type { CommentPlace } from './comment-actions';
import { CommentButtons } from './comment-buttons';
import { CommentForm } from './comment-form';

type CommentThreadProps = {
  place: CommentPlace;
  section: string;
  /** What the section is called. */
  about: string;
  comments: Comment[];
  /** The names of this section's proposals, by their own sections, where their comments are shown here too. */
  titles?: ReadonlyMap<string, string>;
  link: HeldLink;
  /** The section is being edited, so it can be commented on. */
  open: boolean;
  /** The page that shows the comments. */
  address: string;
};

/** The comments on one section, the resolved ones folded, and a form for a new one. */
export async function CommentThread({
  place,
  section,
  about,
  comments,
  titles,
  link,
  open,
  address,
}: CommentThreadProps) {
  const t = await getTranslations('sharing.comments');
  const own = comments.filter((one) => one.section === section || (titles && one.section.startsWith(`${section}/`)));
  const [unresolved, resolved] = [
    own.filter(({ resolvedAt }) => !resolvedAt),
    own.filter(({ resolvedAt }) => resolvedAt),
  ];
  const id = `comments-${section.replace('/', '-')}`;
  const mayComment = open && link.purpose !== 'read';
  if (own.length === 0 && !mayComment) return null;
  const said = (list: Comment[]) => (
    <ul className="space-y-4">
      {list.map((one) => (
        <Said
          key={one.id}
          place={place}
          comment={one}
          on={titles?.get(one.section)}
          link={link}
          address={`${address}#${id}`}
          id={id}
        />
      ))}
    </ul>
  );
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={own.length > 0 ? 'mt-6 border-s-2 border-accent ps-4 text-sm' : 'text-sm'}
    >
      <h3 id={`${id}-title`} className={own.length > 0 ? 'eyebrow mb-2 font-sans' : 'sr-only'}>
        {unresolved.length > 0 ? t('count', { count: unresolved.length }) : t('title')}
        <span className="sr-only">: {about}</span>
      </h3>
      {unresolved.length > 0 && said(unresolved)}
      {resolved.length > 0 && (
        <details className="no-print mt-2">
          <summary className="w-fit py-1 text-muted">{t('resolvedOnes', { count: resolved.length })}</summary>
          {said(resolved)}
        </details>
      )}
      {mayComment && (
        <CommentForm
          add={comment.bind(null, { ...place, section })}
          id={id}
          about={about}
          address={`${address}#${id}`}
          beside={`${BESIDE.comment}/${section}`}
        />
      )}
    </section>
  );
}

type SaidProps = Pick<CommentThreadProps, 'place' | 'link' | 'address'> & {
  comment: Comment;
  on?: string;
  /** Of the section around. */ id: string;
};

async function Said({
  id: section,
  place,
  comment: { id, signedAs, linkId, linkLabel, text, createdAt, resolvedAt },
  on,
  link,
  address,
}: SaidProps) {
  const t = await getTranslations('sharing.comments');
  const name = signedAs ?? t('unsigned');
  const manages = link.purpose === 'manage';
  // Only those who can share see for whom a link was made: the form promises it.
  const who = linkLabel && manages ? t('via', { who: name, label: linkLabel }) : name;
  const may = { resolve: manages, delete: manages || linkId === link.id };
  return (
    <li>
      <p className="text-muted">
        <span dir="auto" className="font-semibold">
          {who}
        </span>
        {' · '}
        <Moment value={createdAt.toISOString()} locale={place.locale} />
        {on && (
          <>
            {' · '}
            <span dir="auto">{on}</span>
          </>
        )}
      </p>
      <p dir="auto" className="max-w-measure whitespace-pre-line wrap-anywhere">
        {text}
      </p>
      {(may.resolve || may.delete) && link.purpose !== 'read' && (
        <CommentButtons
          change={changeComment.bind(null, { ...place, comment: id })}
          who={name}
          resolved={resolvedAt !== null}
          may={may}
          address={address}
          beside={`${BESIDE.changeComment}/${id}`}
          section={section}
        />
      )}
    </li>
  );
}
