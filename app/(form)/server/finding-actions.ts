'use server';

import { z } from 'zod';
import type { FoundForUpdate } from '@/app/(form)/form/found-list';
import type { LooksLike } from '@/app/(form)/form/use-looks-like';
import { TELLING_FIELDS } from '@/lib/agreements/facts/registry';
import { routing } from '@/lib/platform/i18n/routing';
import { findForUpdate, MAX_ASKED } from './finding';
import { openForm } from './form';
import { looksLike } from './likeness';
import { currentContribution } from './current-contribution';
import { cutText } from '@/lib/platform/text/cut-text';

const callSlug = z.string().max(40);

/** The search while the contributor types. Read-only; without a draft of the call it returns nothing. */
export async function searchWhileTyping(call: string, sought: string): Promise<FoundForUpdate[]> {
  const asked = z.object({ call: callSlug, sought: z.string() }).safeParse({ call, sought });
  const held = asked.success ? await currentContribution(asked.data.call) : undefined;
  return asked.success && held ? findForUpdate(cutText(asked.data.sought, MAX_ASKED), held.id) : [];
}

const typedText = z.string().max(2_000);
const described = z.record(z.enum(TELLING_FIELDS), typedText);
const place = z.object({
  locale: z.enum(routing.locales),
  call: callSlug,
  step: z.string().max(80),
  position: z.number().int().positive(),
});

/** The entries similar to a new agreement while it is described. Read-only. */
export async function compareWhileTyping(
  asked: z.infer<typeof place>,
  distinct: string[],
  typed: z.infer<typeof described>,
): Promise<LooksLike[]> {
  const parsed = z
    .object({ asked: place, distinct: z.array(z.string().max(120)).max(100), typed: described })
    .safeParse({ asked, distinct, typed });
  if (!parsed.success) return [];
  const { locale, call, ...at } = parsed.data.asked;
  const open = await openForm(locale, call);
  return open ? looksLike(open, at, parsed.data.typed, parsed.data.distinct) : [];
}
