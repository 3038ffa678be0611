import type { ActionState } from '@/app/ui/action-state';
import type { FieldIssue } from '@/lib/contributions/drafts/sections';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import type { Reason } from '@/lib/platform/errors';

/** Which page of the form, as in its address; each receiver checks it again. */
export type StepPlace = { locale: string; call: string; step: string; position?: number };

/** One text that differs in the version saved elsewhere; `name` is the field's. */
export type Difference = { name: string; theirs: string };

/** The result of a small form beside the step that was sent with it, by its name. */
export type Beside = { name: string; state: ActionState };

export type Saved = {
  ok: true;
  beside?: Beside;
  version: number;
  issues: FieldIssue[];
  /** `shownIssues` of these faults: the next save names them. */
  shown: string;
  /** The next address, for the browser to open. */
  go: string;
};
export type NotSaved = {
  ok: false;
  beside?: Beside;
  /** `offline`: the browser got no connection. `outdated`: the server is newer than the page. */
  reason: Reason | 'other_draft' | 'lost_link' | 'offline' | 'outdated';
  /** The typed text, to fill the fields again when the page is rendered again. */
  values: Nested;
  /** The version that the page is still based on. */
  version: number;
  /** The version saved elsewhere in the meantime: "keep mine" has to name it. */
  theirs?: number;
  differences?: Difference[];
  removed?: boolean;
};
export type SaveOutcome = Saved | NotSaved | null;

/** `saveStep` for one page. The page binds it: bound inside the form, it would not work without JavaScript. */
export type SaveThisStep = (previous: SaveOutcome, form: FormData) => Promise<SaveOutcome>;

/** Names the faults that a page shows, so that the next save knows which ones are new. */
export const shownIssues = (issues: readonly FieldIssue[]) =>
  issues.map(({ name, message }) => `${name}=${message}`).join(' ');
