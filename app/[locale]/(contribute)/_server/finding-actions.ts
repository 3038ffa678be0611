'use server';

import { z } from 'zod';
import type { FoundForUpdate } from '@/app/[locale]/(contribute)/_form/found-list';
import { findForUpdate, MOST_ASKED } from './finding';
import { heldContribution } from './own-contribution';

const callSlug = z.string().max(40);

/** The search while somebody types. Reads only; whoever holds no draft of the call finds nothing here. */
export async function searchWhileTyping(call: string, sought: string): Promise<FoundForUpdate[]> {
  const asked = z.object({ call: callSlug, sought: z.string() }).safeParse({ call, sought });
  const held = asked.success ? await heldContribution(asked.data.call) : undefined;
  return asked.success && held ? findForUpdate(asked.data.sought.slice(0, MOST_ASKED), held.id) : [];
}
