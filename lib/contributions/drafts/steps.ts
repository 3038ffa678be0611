import type { Questionnaire } from '@/lib/calls/schema';

/**
 * A section of a draft is stored under its step's name; a proposal, of which a step can hold many, under
 * `step/position`.
 */
export type SectionPlace = { step: string; position?: number };

/**
 * Positions are never reused, those of removed proposals included, so that an outdated page can't change another
 * proposal.
 */
export const MAX_POSITIONS = 100;

export const sectionKey = ({ step, position }: SectionPlace) => (position === undefined ? step : `${step}/${position}`);

export function placeOf(key: string): SectionPlace {
  const [step = '', position] = key.split('/');
  return position === undefined ? { step } : { step, position: Number(position) };
}

/**
 * The steps of the form in their order: the questions that are asked, then the author. The last, `check`, holds no data
 * of its own.
 */
export function stepsOf({ questions }: Pick<Questionnaire, 'questions'>, asked: ReadonlySet<string>): string[] {
  return [...questions.map(({ key }) => key).filter((key) => asked.has(key)), ABOUT_STEP, CHECK_STEP];
}

/** The step after one, which may itself not be asked any more. */
export function stepAfter(
  step: string,
  { questions }: Pick<Questionnaire, 'questions'>,
  asked: ReadonlySet<string>,
): string {
  const place = questions.findIndex(({ key }) => key === step);
  if (place === -1) return CHECK_STEP;
  return questions.slice(place + 1).find(({ key }) => asked.has(key))?.key ?? ABOUT_STEP;
}

export const ABOUT_STEP = 'about';
export const CHECK_STEP = 'check';

/** Names the state of a draft as it was shown: what is submitted is what was read, the files included. */
export function fingerprintOf(
  sections: ReadonlyMap<string, { version: number }>,
  files: readonly { id: string }[] = [],
): string {
  return [...[...sections].map(([key, { version }]) => `${key}:${version}`), ...files.map(({ id }) => id)]
    .sort()
    .join(' ');
}

/** A section as typed, in bytes of JSON; larger ones are refused with a message, and what was typed is handed back. */
export const MAX_SECTION_BYTES = 1_000_000;

/** A proposal that was taken out of its draft keeps what was typed, for those who change their mind. */
export const isRemoved = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'removed' in data && data.removed === true;
