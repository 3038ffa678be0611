import { createHash } from 'node:crypto';
import type { Editor } from '@/lib/accounts/policy';
import { readCall } from '@/lib/calls/calls';
import type { CallPage } from '@/lib/calls/calls';
import type { EntrySource } from '@/lib/contributions/constants';
import { findCallForDraft, holdDraft } from '@/lib/contributions/drafts/drafts';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { createEntry, holdEntry } from '@/lib/contributions/on-behalf/entries';
import type { PlacedEntry } from '@/lib/contributions/on-behalf/schema';
import { examineMail, examineOriginal, keepOriginal } from '@/lib/contributions/originals';
import type { TypedSection } from '@/lib/intake/placing/typed-sections';
import { db } from '@/lib/platform/db/client';
import type { Result } from '@/lib/platform/errors';
import { failure } from '@/lib/platform/errors';
import { mutation } from '@/lib/platform/mutation';
import { guessOrganisation } from './file-parts';
import type { FilePart, OpenedFile } from './file-parts';
import { sectionRows } from './into-draft';
import { openEntered } from './open-received';
import { readReceived } from './read-received';
import type { ReceivedReading } from './read-received';
import { unitsOf } from './units';
import type { Unit } from './units';

type EnterInput = {
  editor: Pick<Editor, 'userId'>;
  callSlug: string;
  /** As `2026-11-28`; of a mail its own date counts. */ receivedOn: string;
  file: { name: string; bytes: Buffer };
  now?: Date;
};

/**
 * Begins a draft on behalf for each part of a file that reached the editors, and keeps the file with each. Nothing of its
 * content is saved: a person places it first. Returns how many drafts it made.
 * Reasons: those of `findCallForDraft`, `openFileParts`, `examineOriginal`.
 */
export async function enterFile({
  editor,
  callSlug,
  receivedOn,
  file,
  now = new Date(),
}: EnterInput): Promise<Result<{ count: number }>> {
  const call = await findCallForDraft({ callSlug, now, onBehalf: true });
  if (!call.ok) return call;
  const opened = await openEntered(file);
  if (!opened.ok) return opened;
  const isMail = opened.parts.some(({ mail }) => mail !== null);
  const examined = await (isMail ? examineMail(file) : examineOriginal(file));
  if (!examined.ok) return examined;
  const { original } = examined;
  return mutation({ actor: editor }, async (context) => {
    for (const [part, { name, mail }] of opened.parts.entries()) {
      const source: EntrySource = mail ? 'mail' : 'file';
      const entry = { source, receivedOn: dayOf(mail, receivedOn, now), fileName: name, part };
      const { contributionId } = await createEntry({ row: call.row, editor, entry }, context);
      await keepOriginal({ contributionId, original, now }, context.tx);
    }
    return { ok: true, count: opened.parts.length };
  });
}

/** A mail says when it was sent; a clock that was wrong says nothing. */
function dayOf(mail: FilePart['mail'], given: string, now: Date): string {
  const said = mail?.sentAt?.slice(0, 10);
  return said !== undefined && said <= now.toISOString().slice(0, 10) && said > '2000' ? said : given;
}

export type EntryToPlace = {
  contributionId: string;
  call: CallPage;
  receivedOn: string;
  part: FilePart;
  unread: OpenedFile['unread'];
  reading: ReceivedReading;
  units: Unit[];
  /** Who it may be from: read in the file, or guessed of its mail. */
  guess: { affiliation: string; name: string; email: string };
  /** Names what the page shows: only what was seen is confirmed. */ seen: string;
};

/**
 * What an editor has to place of a file that they entered. Reasons: `not_found` (no such draft of this editor, or
 * nothing to place), `saved_elsewhere` (it is filled in already), those of `openFileParts`.
 */
export async function readEntryToPlace({
  editor,
  contributionId,
}: {
  editor: Pick<Editor, 'userId'>;
  contributionId: string;
}): Promise<Result<{ entry: EntryToPlace }>> {
  const row = await db.entryOnBehalf.findUnique({
    where: { contributionId, enteredById: editor.userId, contribution: { status: 'draft' } },
    select: {
      part: true,
      receivedOn: true,
      contribution: {
        select: {
          call: { select: { slug: true } },
          originals: { select: { name: true, bytes: true }, take: 1 },
          _count: { select: { draftSections: true } },
        },
      },
    },
  });
  const [file] = row?.contribution.originals ?? [];
  const call = row && (await readCall(row.contribution.call.slug, 'en'));
  if (!row || !file || !call || row.part === null) return failure('not_found');
  if (row.contribution._count.draftSections > 0) return failure('saved_elsewhere');
  const opened = await openEntered({ name: file.name, bytes: Buffer.from(file.bytes) });
  if (!opened.ok) return opened;
  const part = opened.parts[row.part];
  if (!part) return failure('not_found');
  const reading = await readReceived(part.document, { call, locale: 'en', drafts: [] });
  const units = unitsOf(reading.notPlaced);
  const entry = {
    ...{ contributionId, call, part, unread: opened.unread, reading, units },
    receivedOn: row.receivedOn.toISOString().slice(0, 10),
    guess: guessOf(part, reading),
    seen: seenOf(contributionId, reading, units),
  };
  return { ok: true, entry };
}

/** What the file itself says of its author goes before what its mail says. */
function guessOf({ mail }: FilePart, { answers }: ReceivedReading): EntryToPlace['guess'] {
  const said = (field: string) => {
    const found = answers.find(({ place }) => place.step === ABOUT_STEP && place.path.join('.') === field);
    return typeof found?.value === 'string' ? found.value : '';
  };
  const sender = mail?.sender ?? null;
  return {
    affiliation: said('affiliation') || (sender ? guessOrganisation(sender) : ''),
    name: said('name') || (sender?.name ?? ''),
    email: said('email') || (sender?.address ?? ''),
  };
}

function seenOf(id: string, { answers }: ReceivedReading, units: readonly Unit[]): string {
  const said = [id, answers.map(({ place, value }) => [place.tag, value]), units.map((unit) => [unit.id, unit.text])];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

type FillInput = {
  editor: Pick<Editor, 'userId'>;
  entry: EntryToPlace;
  sections: readonly TypedSection[];
  /** Who it is from, as the editor confirmed. */ from: PlacedEntry;
  now?: Date;
};

/**
 * Fills a draft on behalf with what an editor placed, and with who it is from. Reasons: `not_found` (also where another editor has taken it over), `withdrawn`,
 * `already_submitted`, `saved_elsewhere` (it is filled in already), `too_large` (a section).
 */
export function fillEntry({ editor, entry, sections, from, now = new Date() }: FillInput): Promise<Result> {
  const { contributionId, reading } = entry;
  return mutation({ actor: editor }, async ({ tx, audit }) => {
    const refused = await holdDraft(contributionId, tx, 'alone');
    if (refused) return refused;
    if (!(await holdEntry({ contributionId, editor }, tx))) return failure('not_found');
    if ((await tx.draftSection.count({ where: { contributionId } })) > 0) return failure('saved_elsewhere');
    const { affiliation, name, email, receivedOn } = from;
    const written = sections.find(({ step }) => step === ABOUT_STEP)?.data ?? {};
    const about = readValues('about', { language: 'en', ...written, affiliation, name, email });
    const others = sections.filter(({ step }) => step !== ABOUT_STEP);
    const rows = await sectionRows(others, reading.questionnaire, reading.export?.shape ?? {}, tx);
    const data = [...rows, { step: ABOUT_STEP, data: about }].map((row) => ({
      ...row,
      contributionId,
      updatedAt: now,
    }));
    await tx.draftSection.createMany({ data });
    await tx.entryOnBehalf.update({
      where: { contributionId },
      data: { receivedOn: new Date(receivedOn) },
      select: { contributionId: true },
    });
    await audit({
      action: 'contribution.filled_from_file',
      subject: { kind: 'contribution', id: contributionId },
      details: { sections: data.length },
    });
    return { ok: true };
  });
}
