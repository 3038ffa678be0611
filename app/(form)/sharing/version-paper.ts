import { cache } from 'react';
import { currentContribution } from '@/app/(form)/server/current-contribution';
import { readSentPaper } from '@/lib/contributions/documents/sent-paper';
import { listSignOffs } from '@/lib/contributions/sign-offs';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { Paper } from '@/lib/questions/paper';

/** What was sent with the version of that number, for those who work on the contribution; null for all others. */
export const versionPaper = cache(
  async ({ locale, call, version }: { locale: Locale; call: string; version: string }): Promise<Paper | null> => {
    const held = await currentContribution(call);
    const number = /^[1-9]\d{0,3}$/.test(version) ? Number(version) : null;
    if (!held || held.status === 'draft' || number === null) return null;
    const approvals =
      held.link.editorId === null
        ? (await listSignOffs(held.id)).filter(({ sent, revision }) => sent && revision === number)
        : [];
    return readSentPaper({ contributionId: held.id, number, locale, audience: 'author', approvals });
  },
);
