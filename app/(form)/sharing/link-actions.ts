'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { publicAction } from '@/app/server/action';
import type { ActionState } from '@/app/ui/action-state';
import { currentContribution } from '@/app/(form)/server/current-contribution';
import { keepToken } from '@/app/(form)/server/own-links';
import { contributePaths, privateLink } from '@/app/(form)/server/paths';
import { SHARED_PURPOSES } from '@/lib/contributions/link-schema';
import type { SharedPurpose } from '@/lib/contributions/link-schema';
import { replaceLink, revokeLink, shareContribution } from '@/lib/contributions/links';
import { failure } from '@/lib/platform/errors';
import { placeSchema } from './place';
import type { Place } from './place';

/** A new link, shown only this once. */
export type MadeLink = {
  address: string;
  label: string;
  /** Null for a replaced one. */ purpose: SharedPurpose | null;
};

/** Makes a link to share. */
export async function makeLink(
  asked: Place,
  previous: ActionState<MadeLink>,
  form: FormData,
): Promise<ActionState<MadeLink>> {
  const { locale, call } = placeSchema.parse(asked);
  const make = publicAction<MadeLink>(async (fields) => {
    const held = await currentContribution(call);
    if (!held || held.link.editorId !== null) return failure('not_with_this_link');
    const input = { purpose: fields.get('purpose') ?? '', label: fields.get('label') ?? '' };
    const made = await shareContribution({ contributionId: held.id, input });
    if (!made.ok) return made;
    refresh();
    const purpose = SHARED_PURPOSES.find((one) => one === input.purpose) ?? null;
    return { ok: true, address: privateLink(locale, made.token), label: String(input.label).trim(), purpose };
  });
  return make(previous, form);
}

/** Replaces a link by a new one, also in this browser if it was the one in use. */
export async function replace(
  asked: Place & { link: string },
  previous: ActionState<MadeLink>,
  form: FormData,
): Promise<ActionState<MadeLink>> {
  const { locale, call } = placeSchema.parse(asked);
  const exchange = publicAction<MadeLink>(async () => {
    const held = await currentContribution(call);
    if (!held || held.link.editorId !== null) return failure('not_with_this_link');
    const made = await replaceLink({ contributionId: held.id, linkId: asked.link });
    if (!made.ok) return made;
    if (asked.link === held.link.id) await keepToken(call, made.token, { instead: held.token });
    return { ok: true, address: privateLink(locale, made.token), label: '', purpose: null };
  });
  return exchange(previous, form);
}

/** Revokes a link, and redirects to the remaining links, or to the start if it was the only one. */
export async function revoke(
  asked: Place & { link: string },
  previous: ActionState,
  form: FormData,
): Promise<ActionState> {
  const { locale, call } = placeSchema.parse(asked);
  const paths = contributePaths(locale, call);
  const take = publicAction<object>(async () => {
    const held = await currentContribution(call);
    if (!held || held.link.editorId !== null) return failure('not_with_this_link');
    const revoked = await revokeLink({ contributionId: held.id, linkId: asked.link });
    if (revoked.ok) redirect(asked.link === held.link.id ? paths.start : `${paths.share}?revoked=1#links`);
    return revoked;
  });
  return take(previous, form);
}
