import { contentOf } from '@/lib/calls/questionnaire/content';
import type { OpenDraft } from '@/lib/calls/questionnaire/drafts';
import { questionnaire } from '@/lib/calls/schema';
import type { Questionnaire } from '@/lib/calls/schema';

/** The content of a draft that is complete; null for any other. */
export const exportable = ({ typed, published }: OpenDraft): Questionnaire | null =>
  questionnaire.safeParse(contentOf(typed, new Set(published.keys()))).data ?? null;
