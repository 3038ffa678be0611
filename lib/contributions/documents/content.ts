import type { ReferenceNames } from '@/lib/agreements/facts/reference-names';
import type { CellContent } from '@/lib/agreements/schema';
import type { Questionnaire } from '@/lib/calls/schema';
import type { Question } from '@/lib/questions/registry';
import type { Shown } from '@/lib/questions/kind';

/** What a contribution says, typed or sent, before it is put on paper. */
export type ContributionContent = {
  /** The language of the texts; null if the author named none. */ language: string | null;
  /** Its questions, also those that were not asked, which have no answer here. */ questionnaire: Questionnaire;
  answers: AnswerContent[];
  /** What values refer to is called. */ names: ReferenceNames;
  about: AboutContent;
};

export type AnswerContent = {
  question: Question;
  text: string;
  shown: Shown[];
  proposals: ProposalContent[];
  /** Names of the files that go with it. */
  files: string[];
  faults: string[];
};

export type ProposalContent = {
  title: string;
  isNew: boolean;
  /** For the editors only. */
  comment: string;
  /** It exists, but the reader of the paper may not see it. */
  commentWithheld?: boolean;
  cells: {
    cell: string;
    title: string;
    today: CellContent | null;
    /** Where it differed when the update was begun. */ began?: CellContent | null;
    proposed: CellContent;
    /** What the editors decided on it, in words; for the desk. */ decided?: string;
  }[];
};

type AboutField = 'name' | 'affiliation' | 'country' | 'email';
export type AboutContent = {
  /** Exactly what will be public, in one line; null for an anonymous contribution. */
  shown: string | null;
  group: string | null;
  /** Private details: people who work on the contribution see the value, colleagues who read it see only the kind. */
  withheld: { field: AboutField; value?: string }[];
  faults: string[];
};

/** Who will read the paper: who works on the contribution, or a colleague with a link to read or comment. */
export type Audience = 'author' | 'reader';

/**
 * Only the editors and the authors see what the form calls "for the editors only": other readers learn only that it
 * exists.
 */
export const commentFor = (
  audience: Audience,
  comment: string,
): Pick<ProposalContent, 'comment' | 'commentWithheld'> =>
  audience === 'author' ? { comment } : { comment: '', commentWithheld: comment !== '' };
