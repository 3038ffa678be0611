'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { fieldsOf, publicAction } from '@/app/server/action';
import { visitorAddress } from '@/app/server/visitor';
import type { ActionState } from '@/app/ui/action-state';
import { currentContributions } from '@/app/(form)/server/current-contribution';
import { hasRoom, keepToken } from '@/app/(form)/server/own-links';
import { contributePaths } from '@/app/(form)/server/paths';
import { findCallForDraft } from '@/lib/contributions/drafts/drafts';
import { examineOriginal } from '@/lib/contributions/originals';
import { failure } from '@/lib/platform/errors';
import type { Result } from '@/lib/platform/errors';
import { routing } from '@/lib/platform/i18n/routing';
import { checkAbuse } from '@/lib/platform/rate-limit/check-abuse';
import type { ProofChallenge } from '@/lib/platform/rate-limit/check-abuse';
import { confirmedAnswers } from '@/lib/received/choices';
import { keyOf } from '@/lib/received/differences';
import type { Compared } from '@/lib/received/differences';
import { dropHeldFile } from '@/lib/received/held-files';
import { beginFromFile } from '@/lib/received/into-draft';
import { keepPictures } from '@/lib/received/kept-pictures';
import { mergeFile, MergedDraft } from '@/lib/received/merge-into-draft';
import type { PlacedAt } from '@/lib/questions/answer-places';
import { heldHandle, keepHandle } from './held-handle';
import { receivedFor } from './received';
import type { Received } from './received';

const target = z.object({ locale: z.enum(routing.locales), call: z.string().max(40) });
type CallTarget = z.infer<typeof target>;
/** What the form still needs before a draft is begun. */
export type Demanded = { demand: ProofChallenge };

/** Makes a draft of what was confirmed, and goes to its check page. Only what the page showed is confirmed. */
export async function confirmFile(
  asked: CallTarget,
  previous: ActionState<Demanded>,
  sent: FormData,
): Promise<ActionState<Demanded>> {
  const place = target.parse(asked);
  const answered = await publicAction((form) => confirm(place, form))(previous, sent);
  // What was chosen stays while the browser works for its proof.
  return { ...answered, typed: fieldsOf(sent) };
}

async function confirm({ locale, call }: CallTarget, form: FormData): Promise<Result<Demanded>> {
  const received = await receivedFor(locale, call);
  if (received === null) return failure('held_file_gone');
  if ('ok' in received) return received;
  if (form.get('seen') !== received.seen) return failure('held_file_changed');
  const fields = fieldsOf(form);
  const chosen = (field: string) => fields[field] ?? '';
  const saved: Result<Demanded | Saved> = await (received.compared
    ? merge(received, received.compared, chosen)
    : begin(received, chosen, form));
  if (!saved.ok || 'demand' in saved) return saved;
  await keepHandle(call, null);
  await keepToken(call, saved.token);
  // One that is refused is still in the original.
  await keepPictures({ contributionId: saved.contributionId, reading: received.reading, chosen });
  redirect(contributePaths(locale, call).check);
}

type Saved = { contributionId: string; token: string };

/** Puts what was confirmed into the draft that the file was made from, and opens that draft. */
async function merge(
  { call, reading, units, file }: Received,
  { differences, fresh }: Compared,
  chosen: (field: string) => string,
): Promise<Result<Saved>> {
  const { draft, places } = reading;
  const link = (await currentContributions(call.slug)).find(({ id }) => id === draft?.id);
  if (!draft || !link) return failure('unknown_link');
  const merged = new MergedDraft(draft);
  const undecided = merged.apply(differences, chosen);
  const drafted = (place: PlacedAt) => merged.valueAt(place);
  const { answers, faults } = confirmedAnswers({ answers: fresh, units, places, chosen, drafted });
  if (undecided.length + faults.length > 0) return failure('invalid', [...undecided, ...faults]);
  merged.put(answers);
  const begun = answers.filter(({ place }) => keyOf(place) === undefined);
  if (merged.changed().length + begun.length === 0) return failure('nothing_confirmed');
  const examined = await examineOriginal(file);
  if (!examined.ok) return examined;
  const { original } = examined;
  const result = await mergeFile({ heldId: file.id, draft, merged, begun, places, original });
  return result.ok ? { ok: true, contributionId: draft.id, token: link.token } : result;
}

/** Begins a draft with what was confirmed. */
async function begin(
  { call, reading, units, file }: Received,
  chosen: (field: string) => string,
  form: FormData,
): Promise<Result<Demanded | Saved>> {
  const { sections, faults } = confirmedAnswers({ ...reading, units, chosen });
  if (faults.length > 0) return failure('invalid', faults);
  if (sections.length === 0) return failure('nothing_confirmed');
  if (!(await hasRoom(call.slug))) return failure('browser_full');
  const check = await checkAbuse({ endpoint: 'start', address: await visitorAddress(), form });
  if (!check.ok) return check.reason === 'proof_needed' ? { ok: true, demand: check } : check;
  const chosenAudience = form.get('audience');
  const audience = typeof chosenAudience === 'string' && chosenAudience !== '' ? chosenAudience : undefined;
  const found = await findCallForDraft({ callSlug: call.slug, audience, now: new Date() });
  if (!found.ok) return found;
  const examined = await examineOriginal(file);
  if (!examined.ok) return examined;
  return beginFromFile({
    ...{ heldId: file.id, sections, original: examined.original },
    ...{ beginning: { ...found.row, audience }, questionnaire: reading.questionnaire, shape: reading.export?.shape },
  });
}

/** Deletes the held file at once. */
export async function dropFile(asked: CallTarget): Promise<void> {
  const { locale, call } = target.parse(asked);
  const handle = await heldHandle(call);
  if (handle !== undefined) await dropHeldFile(handle);
  await keepHandle(call, null);
  redirect(contributePaths(locale, call).start);
}
