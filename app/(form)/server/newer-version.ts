import type { OpenForm } from './form';

/**
 * The newest version of the call's questions, where this draft began with an earlier one and may still change to it.
 * What was sent stays on its version, also while it is corrected.
 */
export function newerVersionFor({ draft, call, closed }: OpenForm): { id: string; version: number } | null {
  const { id, version } = call.questionnaire;
  return !closed && draft.status === 'draft' && id !== draft.questionnaireId ? { id, version } : null;
}
