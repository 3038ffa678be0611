import { createHash } from 'node:crypto';
import { cache } from 'react';
import { visitorAddress } from '@/app/server/visitor';
import { callOf } from '@/app/(form)/server/form';
import { currentContributions } from '@/app/(form)/server/current-contribution';
import type { Failure } from '@/lib/platform/errors';
import type { Locale } from '@/lib/platform/i18n/routing';
import { compareWithDraft } from '@/lib/received/differences';
import type { Compared } from '@/lib/received/differences';
import { countPass } from '@/lib/platform/rate-limit/counters';
import { readHeldFile } from '@/lib/received/held-files';
import type { HeldFile } from '@/lib/received/held-files';
import { openReceived } from '@/lib/received/open-received';
import { readReceived } from '@/lib/received/read-received';
import type { ReceivedReading } from '@/lib/received/read-received';
import { unitsOf } from '@/lib/received/units';
import type { Unit } from '@/lib/received/units';
import { heldHandle } from './held-handle';

export type Received = {
  call: NonNullable<Awaited<ReturnType<typeof callOf>>>;
  file: HeldFile;
  reading: ReceivedReading;
  units: Unit[];
  /** Against the draft that it was made from; null for a new one. */ compared: Compared | null;
  /** Names what the page shows: only what was seen is confirmed. */ seen: string;
};

/** Reads the file that this browser holds for a call. Null for an unknown call, and where none is held. */
export const receivedFor = cache(async (locale: Locale, slug: string): Promise<Received | Failure | null> => {
  const [call, handle] = [await callOf(slug, locale), await heldHandle(slug)];
  const file = handle === undefined ? null : await readHeldFile(handle);
  if (!call || !file) return null;
  // Reading takes the time of a processor, and a page can be asked for again and again.
  const counted = await countPass({ endpoint: 'upload', address: await visitorAddress() });
  if (!counted.ok) return counted;
  const read = await readAgainst({ file, locale, slug });
  if (!read.ok) return read;
  const { reading } = read;
  const { draft, export: made, answers, places, notPlaced } = reading;
  const units = unitsOf(notPlaced);
  const compared = draft && made && compareWithDraft(answers, { draft, made, places });
  return { call, file, reading, units, compared, seen: fingerprint(file, reading, units) };
});

/** What the file says of this call. Reasons: those of `openReceived`, `unknown_call`. */
export async function readAgainst({
  file,
  locale,
  slug,
}: {
  file: { name: string; bytes: Buffer };
  locale: Locale;
  slug: string;
}) {
  const [call, opened] = [await callOf(slug, locale), await openReceived(file)];
  if (!call) return { ok: false as const, reason: 'unknown_call' as const };
  if (!opened.ok) return opened;
  const drafts = (await currentContributions(slug)).map(({ id }) => id);
  return { ok: true as const, reading: await readReceived(opened.document, { call, locale, drafts }) };
}

function fingerprint({ id }: HeldFile, { draft, answers }: ReceivedReading, units: readonly Unit[]): string {
  const said = [
    id,
    draft?.id ?? '',
    [...(draft?.sections ?? [])].map(([step, { version }]) => [step, version]),
    answers.map(({ place, value }) => [place.tag, value]),
    units.map((unit) => [unit.id, unit.text]),
  ];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
