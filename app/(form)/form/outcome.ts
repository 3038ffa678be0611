import type { FieldIssue } from '@/lib/contributions/drafts/sections';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import type { Reason } from '@/lib/platform/errors';

/** Which page of the form, as its address says; checked again wherever it arrives. */
export type StepPlace = { locale: string; call: string; step: string; position?: number };

/** One text that reads differently in what was saved elsewhere; `name` is the field's. */
export type Difference = { name: string; theirs: string };

export type Saved = {
  ok: true;
  version: number;
  issues: FieldIssue[];
  /** `shownIssues` of these faults: what the page names at its next save. */
  shown: string;
  /** Where to go from here, for the browser to follow. */
  go: string;
};
export type NotSaved = {
  ok: false;
  /** `offline`: the browser reached nobody. `outdated`: the server is newer than the page. */
  reason: Reason | 'other_draft' | 'lost_link' | 'offline' | 'outdated';
  /** What was typed, to stand in the fields again where the page is made anew. */
  values: Nested;
  /** What the page is based on still. */
  version: number;
  /** What was saved elsewhere meanwhile: "keep mine" has to name it. */
  theirs?: number;
  differences?: Difference[];
  removed?: boolean;
};
export type SaveOutcome = Saved | NotSaved | null;

/** `saveStep` for one page. Bound where the page is made: bound in the form itself, it would never come back without JavaScript. */
export type SaveThisStep = (previous: SaveOutcome, form: FormData) => Promise<SaveOutcome>;

/** Names the faults a page shows, so that the next save can tell whether there are new ones. */
export const shownIssues = (issues: readonly FieldIssue[]) =>
  issues.map(({ name, message }) => `${name}=${message}`).join(' ');
