import { cache } from 'react';
import type { ListedDifference } from '@/app/ui/difference-list';
import { differencesInWords } from '@/app/(form)/display/difference-words';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf } from '@/app/(form)/server/names';
import { diffWords } from '@/lib/contributions/corrections/diff';
import { typedBody } from '@/lib/contributions/corrections/draft-to-submission';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import { versionOf } from '@/lib/contributions/documents/sign-off';
import type { SignedContent, SignedText } from '@/lib/contributions/sign-offs';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { Body } from '@/lib/questions/body';
import { contentOf } from './paper-of';

const NOTHING_SENT: Body = { answers: {}, signatories: [], projects: [], proposals: [] };

/** The text being edited, as approvers read it: with neither contact details nor notes for the editors. */
export const textToSign = cache(async (open: OpenForm): Promise<SignedText> => {
  const { draft, held, sending } = open;
  const content = await contentOf(open, 'reader');
  const before = draft.revision > 0 ? await readSentBody(held.id, draft.revision) : null;
  const { answers, values, signatories, projects, proposals } = typedBody(sending, before ?? NOTHING_SENT);
  return {
    version: versionOf(content),
    revision: draft.revision + 1,
    content: {
      body: {
        ...{ answers, values, signatories, projects },
        proposals: proposals.map(({ comment: _, ...proposal }) => proposal),
      },
      author: content.about.shown,
      group: content.about.group,
      files: content.answers.flatMap(({ files }) => files),
    },
  };
});

/** What has changed from a text that an approver read to the text being edited, in the reader's words. */
export async function changesSince(read: SignedContent, open: OpenForm): Promise<ListedDifference[]> {
  const { content } = await textToSign(open);
  const words = wordsIn(open.locale);
  const beside = (['author', 'group', 'files'] as const).flatMap((part): ListedDifference[] => {
    const [before, after] = [wordsFor(read[part]), wordsFor(content[part])];
    if (before === after) return [];
    const kind = before === '' ? 'added' : after === '' ? 'removed' : 'changed';
    return [{ label: words(`signoff.places.${part}`), kind, parts: diffWords(before, after) }];
  });
  const answers = await differencesInWords({
    before: read.body,
    after: content.body,
    names: await namesOf(open.dataset),
    questions: open.draft.questionnaire.questions,
  });
  return [...answers, ...beside];
}

const wordsFor = (part: string | readonly string[] | null): string =>
  part === null ? '' : typeof part === 'string' ? part : part.join(', ');
