import type { Metadata } from 'next';
import { Link } from '@/app/ui/link';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { AnswerLists } from '@/app/intake/answer-lists';
import { PictureList } from '@/app/intake/picture-list';
import { ReadingNotices } from '@/app/intake/reading-notices';
import { UnitList } from '@/app/intake/unit-list';
import { Notice } from '@/app/ui/notice';
import { requireActor } from '@/app/server/session';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { MAIL_NOTICE_WORDS } from '@/app/desk/words/entries';
import errors from '@/lib/platform/i18n/messages/en/errors.json';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readEntryToPlace } from '@/lib/received/entered-files';
import type { EntryToPlace } from '@/lib/received/entered-files';
import { PlaceForm } from './place-form';

export const metadata: Metadata = { title: 'Place the answers of a file' };

type Props = PageProps<'/desk/contributions/new/[contribution]'>;

/** What was read in a file that reached the editors, to be placed before anything of it is saved. */
export default async function PlacePage({ params }: Props) {
  const { contribution } = await params;
  const editor = await requireActor(
    `/desk/contributions/new/${encodeURIComponent(contribution)}`,
    'contribution.enter',
  );
  if (!z.uuid().safeParse(contribution).success) notFound();
  const today = new Date().toISOString().slice(0, 10);
  const read = await readEntryToPlace({ editor, contributionId: contribution });
  // Filled in already: it goes on in the form.
  if (!read.ok && read.reason === 'saved_elsewhere') redirect('/desk/contributions/new#unsent');
  if (!read.ok && read.reason === 'not_found') notFound();
  return (
    <>
      <DeskTitle
        title="Place the answers of a file"
        lead={read.ok ? `${read.entry.part.name}, for the call “${read.entry.call.texts.title}”.` : undefined}
      >
        <p className="mt-2">
          <Link href="/desk/contributions/new" className="link">
            All that you are entering
          </Link>
        </p>
      </DeskTitle>
      {read.ok ? (
        <Placing entry={read.entry} today={today} />
      ) : (
        <Notice kind="error" title="The file can’t be read any more">
          <p>{errors.reasons[read.reason]}</p>
        </Notice>
      )}
    </>
  );
}

function Placing({ entry, today }: { entry: EntryToPlace; today: string }) {
  const { reading, units, part, guess, receivedOn, contributionId, seen } = entry;
  const { questionnaire, places, answers } = reading;
  const words = wordsIn('en');
  return (
    <>
      <div className="mb-8 space-y-4">
        <FileNotices entry={entry} />
        <ReadingNotices reading={reading} words={words} />
        <MailText part={part} />
      </div>
      <PlaceForm
        contribution={contributionId}
        seen={seen}
        guess={guess}
        sender={part.mail?.sender ?? null}
        receivedOn={receivedOn}
        today={today}
      >
        <UnitList
          {...{ units, questionnaire, places, words }}
          taken={new Set(answers.map(({ place: { tag } }) => tag))}
        />
        <PictureList
          {...{ questionnaire, words }}
          pictures={reading.pictures}
          left={reading.leftPictures}
          locale="en"
        />
        <AnswerLists {...{ answers, questionnaire, places, words }} />
      </PlaceForm>
    </>
  );
}

/** What is unusual about the mail, and what of it can't be read. */
function FileNotices({ entry: { part, unread } }: { entry: EntryToPlace }) {
  const said = [
    ...part.noticed.map((notice) => MAIL_NOTICE_WORDS[notice]),
    ...unread.map(({ name, reason }) => `The attached file “${name}” is not read. ${errors.reasons[reason]}`),
  ];
  if (said.length === 0) return null;
  return (
    <Notice kind="warning" title="About this mail">
      <ul className="list-disc space-y-1 ps-5">
        {said.map((sentence) => (
          <li key={sentence} dir="auto" className="wrap-anywhere">
            {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The mail that a document came with: often it says on whose behalf, and how the answers may be used. */
function MailText({ part: { mail, document } }: { part: EntryToPlace['part'] }) {
  const said = document.runs.map(({ text }) => text).join('');
  const isDocument = mail !== null && withoutSpaces(said) !== withoutSpaces(mail.text);
  if (mail === null || !isDocument || mail.text === '') return null;
  return (
    <details>
      <summary className="link w-fit">What the mail says{mail.subject && `: ${mail.subject}`}</summary>
      <p dir="auto" className="mt-2 max-w-measure border-s-2 border-rule ps-4 whitespace-pre-line wrap-anywhere">
        {mail.text}
      </p>
    </details>
  );
}

const withoutSpaces = (text: string) => text.replace(/\s+/g, '');
