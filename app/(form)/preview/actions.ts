'use server';

import { z } from 'zod';
import { applyIntent } from '@/app/(form)/server/intents';
import { listAgreementNames, listCriterionKeys } from '@/lib/agreements/cells';
import type { Questionnaire } from '@/lib/calls/schema';
import { recordWalk } from '@/lib/calls/preview';
import { askedByDraft, draftIssues, partsToSend } from '@/lib/contributions/drafts/assembly';
import { parseFormData } from '@/lib/contributions/drafts/form-data';
import { sectionIssues } from '@/lib/contributions/drafts/sections';
import { CHECK_STEP, MAX_SECTION_BYTES, stepsOf } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { kindOf } from '@/lib/questions/registry';
import { routing } from '@/lib/platform/i18n/routing';
import { previewedCall, sectionsOf } from './previewed-form';
import { CARRIED, WALK } from './walk';
import type { Walk, WalkSections } from './walk';

const place = z.object({ locale: z.enum(routing.locales), token: z.string().max(100) });

/** One step of a walk through a previewed form. Nothing that was typed is stored: it goes back to the browser. */
export async function walkOn(asked: z.infer<typeof place>, previous: Walk, form: FormData): Promise<Walk> {
  const parsed = place.safeParse(asked);
  const typed = parseFormData(form.entries());
  const call = parsed.success ? await previewedCall(parsed.data.locale, parsed.data.token) : null;
  const walk = { ...previous, turn: previous.turn + 1, needsDraft: false, failed: false };
  if (!parsed.success || !call?.questionnaire || !typed.ok) return { ...walk, failed: true };
  const { content, version } = call.questionnaire;
  const intent = String(form.get('intent') ?? WALK.next);
  const at = sectionsOf(content).find(({ step }) => step === previous.step);
  const sections = carriedSections(form, content);
  if (at) sections[at.step] = applyIntent(at.section, typed.values, intent, null);
  const step = stepBeside(previous.step, intent, content, sections);
  const moved = { ...walk, step, sections, issues: await issuesAt(step, sections, content) };
  if (intent === WALK.finish && step === CHECK_STEP && moved.issues.length === 0) {
    const noted = await recordWalk({ token: parsed.data.token, version });
    return { ...moved, finished: noted.ok, failed: !noted.ok };
  }
  const hasEntries = at !== undefined && 'question' in at.section && kindOf(at.section.question).entries === true;
  return { ...moved, needsDraft: hasEntries && step === previous.step };
}

/** What was typed in the other steps, as the form brought it back. */
function carriedSections(form: FormData, content: Questionnaire): WalkSections {
  const text = String(form.get(CARRIED) ?? '');
  const carried = text.length > MAX_SECTION_BYTES ? {} : readObject(text);
  return Object.fromEntries(
    sectionsOf(content).flatMap(({ step, section }) =>
      Object.hasOwn(carried, step) ? [[step, readValues(section.kind, carried[step])]] : [],
    ),
  );
}

function readObject(text: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).catch({}).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The step after or before one, of those that are asked by what is typed so far; for other buttons the same. */
function stepBeside(from: string, intent: string, content: Questionnaire, sections: WalkSections): string {
  const asked = new Set(stepsOf(content, askedByDraft(content, partsOf(content, sections), [])));
  const all = [...sectionsOf(content).map(({ step }) => step), CHECK_STEP];
  const at = all.indexOf(from);
  if (intent === WALK.next) return all.slice(at + 1).find((step) => asked.has(step)) ?? CHECK_STEP;
  if (intent === WALK.back) return all.slice(0, Math.max(at, 0)).findLast((step) => asked.has(step)) ?? from;
  return from;
}

const partsOf = (content: Questionnaire, sections: WalkSections) =>
  sectionsOf(content).map((one) => ({ ...one, data: sections[one.step] }));

/** The faults of a step that was filled in already; on the check, all that would keep the whole from being sent. */
async function issuesAt(step: string, sections: WalkSections, content: Questionnaire): Promise<Walk['issues']> {
  const parts = partsOf(content, sections);
  if (step !== CHECK_STEP) {
    const here = parts.find((one) => one.step === step);
    if (!here || !Object.hasOwn(sections, step)) return [];
    return sectionIssues(here.section, here.data).map((issue) => ({ ...issue, step }));
  }
  const [criteria, agreements] = [await listCriterionKeys(), await listAgreementNames()];
  // No file can be added here, so none is missing.
  const files = content.questions.flatMap((question) =>
    kindOf(question).files ? [{ questionKey: question.key }] : [],
  );
  return draftIssues(partsToSend(parts, askedByDraft(content, parts, files)), {
    questionnaire: content,
    criteria,
    agreements: agreements.map(({ slug }) => slug),
    files,
  });
}
