import type { Editor } from '@/lib/accounts/policy';
import { TAGS } from '@/lib/platform/cache/tags';
import type { Tx } from '@/lib/platform/db/client';
import { DomainError, failure } from '@/lib/platform/errors';
import type { Issue, Result } from '@/lib/platform/errors';
import { isSameJson } from '@/lib/platform/json';
import { mutation } from '@/lib/platform/mutation';
import type { MutationContext } from '@/lib/platform/mutation';
import type { CallInput } from './call-input-schema';
import { inLanguage } from './calls';
import { STANDING_CALL } from './constants';
import { lockCall, writeNotice } from './locked-call';
import type { LockedCall } from './locked-call';
import { missingTexts } from './readiness';
import { draftTexts } from './schema';
import { acceptsContributions, callState } from './state';

type EditInput = {
  editor: Editor;
  slug: string;
  /** The version of the call that the page was made from. */
  version: number;
  input: CallInput;
  now?: Date;
};

/**
 * Changes a call as a whole. The deadline of a public call is not changed here, but by the actions that tell readers
 * about it.
 * Reasons: `not_found`, `call_changed` (another admin has changed it since; an issue for each field that is stored
 * differently now), `invalid` with issues (`required`: a text that a public call needs, or the closing of a draft;
 * `closing_before_opening`, `prefix_fixed`, `unknown_agreement`).
 */
export function editCall({
  editor,
  slug,
  version,
  input,
  now = new Date(),
}: EditInput): Promise<Result<{ version: number }>> {
  return mutation({ actor: editor }, (context) => edit({ slug, version, input, now }, context));
}

async function edit(
  { slug, version, input, now }: Omit<Required<EditInput>, 'editor'>,
  context: MutationContext,
): Promise<Result<{ version: number }>> {
  const { tx, audit, invalidate } = context;
  const call = await lockCall(slug, tx);
  const stored = await storedInput(call, tx);
  if (call.version !== version)
    throw new DomainError(
      failure('call_changed', [
        { path: 'version', code: 'call_changed', params: { version: call.version } },
        ...differences(stored, input).map((path) => ({ path, code: 'changed_meanwhile' })),
      ]),
    );
  const closesAt = call.published || call.slug === STANDING_CALL ? call.closesAt : input.closesAt;
  const agreements = await annexIds(input.annex, tx);
  const issues = [...faultsOf(call, { ...input, closesAt }), ...agreements.issues];
  if (issues.length > 0) throw new DomainError(failure('invalid', issues));
  const changed = differences(stored, { ...input, closesAt });
  if (changed.length === 0) return { ok: true, version };
  const { texts, annex: _, ...columns } = input;
  const saved = await tx.call.update({
    where: { id: call.id },
    data: {
      ...columns,
      closesAt,
      texts: { ...asObject(call.texts), en: texts },
      version: { increment: 1 },
      changedAt: now,
    },
    select: { version: true },
  });
  await tx.callAgreement.deleteMany({ where: { callId: call.id } });
  await tx.callAgreement.createMany({
    data: agreements.ids.map((agreementId, position) => ({ callId: call.id, agreementId, position })),
  });
  await tellReaders({ call, after: { ...input, closesAt }, now }, tx);
  await audit({ action: 'call.edited', subject: { kind: 'call', id: slug }, details: { fields: changed } });
  invalidate(TAGS.calls);
  return { ok: true, version: saved.version };
}

type Stored = Omit<CallInput, 'closesAt'> & { closesAt: Date | null };

/** What the row holds now, in the shape of the form. */
async function storedInput(call: LockedCall, tx: Tx): Promise<Stored> {
  const annex = await tx.callAgreement.findMany({
    where: { callId: call.id },
    orderBy: { position: 'asc' },
    select: { agreement: { select: { slug: true } } },
  });
  const { opensAt, closesAt, timeZone, acceptsLate, maxWords, prefix, texts } = call;
  const { acceptsFiles, publishesAtOnce, offersEditorsOnly } = call;
  return {
    ...{ opensAt, closesAt, timeZone, acceptsLate, acceptsFiles, publishesAtOnce, offersEditorsOnly, maxWords, prefix },
    texts: draftTexts.parse(inLanguage(texts, 'en')),
    annex: annex.map(({ agreement }) => agreement.slug),
  };
}

/** The field of the form for each part of the input. */
const FIELDS = {
  opensAt: 'opensOn',
  closesAt: 'closesOn',
  timeZone: 'timeZone',
  acceptsLate: 'afterClosing',
  acceptsFiles: 'files',
  publishesAtOnce: 'publication',
  offersEditorsOnly: 'editorsOnly',
  maxWords: 'maxWords',
  prefix: 'prefix',
  annex: 'annex',
} as const;

/** The names of the fields in which two states of a call differ. A closing that the form does not have is no difference. */
function differences(stored: Stored, input: Stored): string[] {
  const parts = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter((name) => {
    if (name === 'closesAt' && input.closesAt === null) return false;
    return !isSameJson(asJson(stored[name]), asJson(input[name]));
  });
  const texts = { ...stored.texts, ...input.texts };
  const names = Object.keys(texts) as (keyof typeof texts)[];
  return [
    ...parts.map((name) => FIELDS[name]),
    ...names.filter((name) => !isSameJson(asJson(stored.texts[name]), asJson(input.texts[name]))),
  ];
}

/** Moments as texts, absent values as null. */
const asJson = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

function faultsOf(call: LockedCall, input: Stored): Issue[] {
  const { opensAt, closesAt, prefix, texts } = input;
  return [
    ...(call.published ? missingTexts(texts).map((path) => ({ path, code: 'required' })) : []),
    ...(closesAt === null && call.slug !== STANDING_CALL ? [{ path: 'closesOn', code: 'required' }] : []),
    ...(opensAt && closesAt && closesAt <= opensAt
      ? [{ path: call.published ? 'opensOn' : 'closesOn', code: 'closing_before_opening' }]
      : []),
    ...(prefix !== call.prefix && call.nextNumber > 1 ? [{ path: 'prefix', code: 'prefix_fixed' }] : []),
  ];
}

async function annexIds(slugs: string[], tx: Tx): Promise<{ ids: string[]; issues: Issue[] }> {
  const rows = await tx.agreement.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
  const idOf = new Map(rows.map(({ id, slug }) => [slug, id]));
  return {
    ids: slugs.flatMap((slug) => idOf.get(slug) ?? []),
    issues: slugs.flatMap((slug) => (idOf.has(slug) ? [] : [{ path: `annex.${slug}`, code: 'unknown_agreement' }])),
  };
}

type Telling = {
  call: LockedCall;
  after: { opensAt: Date | null; closesAt: Date | null; acceptsLate: boolean };
  now: Date;
};

/** Where the change ends or begins the taking of contributions to a public call, its page says so. */
async function tellReaders({ call, after, now }: Telling, tx: Tx): Promise<void> {
  const [was, is] = [callState(call, now), callState(after, now)];
  if (!call.published || acceptsContributions(was) === acceptsContributions(is)) return;
  if (was === 'late' && is === 'closed') await writeNotice({ call, kind: 'closed', closesAt: after.closesAt, now }, tx);
  if (was === 'closed' && is === 'late')
    await writeNotice({ call, kind: 'reopened', closesAt: after.closesAt, now }, tx);
}

/** The texts of other languages, which the desk does not edit, stay. */
const asObject = (texts: LockedCall['texts']) =>
  typeof texts === 'object' && texts !== null && !Array.isArray(texts) ? texts : {};
