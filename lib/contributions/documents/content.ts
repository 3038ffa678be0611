import type { CellContent } from '@/lib/agreements/schema';
import type { Question } from '@/lib/questions/registry';
import type { Shown } from '@/lib/questions/kind';

/** What a contribution says, typed or sent, before it is put on paper. */
export type ContributionContent = {
  /** What it is written in; null where nobody said. */ language: string | null;
  answers: AnswerContent[];
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
  /** There is one, and whoever reads the paper may not see it. */
  commentWithheld?: boolean;
  cells: {
    cell: string;
    title: string;
    today: CellContent | null;
    /** Where it differed when the update was begun. */ began?: CellContent | null;
    proposed: CellContent;
  }[];
};

type AboutField = 'name' | 'affiliation' | 'country' | 'email';
export type AboutContent = {
  /** Exactly what will be public, in one line; null for an anonymous contribution. */
  shown: string | null;
  group: string | null;
  /** What was given and stays private: for those who work on the contribution with its value, for colleagues who read it by its kind. */
  withheld: { field: AboutField; value?: string }[];
  faults: string[];
};

/** Who will read the paper: who works on the contribution, or a colleague with a link to read or comment. */
export type Audience = 'author' | 'reader';

/** What the form calls "for the editors only" is for them and for its authors: a colleague who reads is told that there is something. */
export const commentFor = (
  audience: Audience,
  comment: string,
): Pick<ProposalContent, 'comment' | 'commentWithheld'> =>
  audience === 'author' ? { comment } : { comment: '', commentWithheld: comment !== '' };
