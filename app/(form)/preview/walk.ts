import type { FieldIssue } from '@/lib/contributions/drafts/sections';
import type { SectionValues, SectionKind } from '@/lib/contributions/drafts/values';

/** What was typed so far in a preview, by step. It travels with the form, because nothing is stored. */
export type WalkSections = Record<string, SectionValues<SectionKind>>;

/** Where a walk through the form of a previewed call is. */
export type Walk = {
  /** The step that is shown; the last is the check. */
  step: string;
  sections: WalkSections;
  /** What would keep this step from being sent; on the check, of all steps. */
  issues: (FieldIssue & { step: string })[];
  /** The button that was pressed works in the real form only. */
  needsDraft: boolean;
  /** The call is gone, or the fields were too many. */
  failed: boolean;
  finished: boolean;
  /** Grows with each answer, so that fields begin with what came back. */
  turn: number;
};

/** The buttons of a step in the preview. */
export const WALK = { next: 'walk-next', back: 'walk-back', finish: 'walk-finish' } as const;

export type WalkAction = (previous: Walk, form: FormData) => Promise<Walk>;

/** The field that carries what was typed in the other steps. */
export const CARRIED = 'carried';
