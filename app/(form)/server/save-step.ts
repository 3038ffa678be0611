'use server';

import { isDeepStrictEqual } from 'node:util';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { failureOf } from '@/app/server/failure';
import { readAgreementCells } from '@/lib/agreements/cells';
import { parseFormData } from '@/lib/contributions/drafts/form-data';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import { isRemoved, stepAfter } from '@/lib/contributions/drafts/steps';
import { askedByDraft } from '@/lib/contributions/drafts/assembly';
import { saveSection } from '@/lib/contributions/drafts/drafts';
import { readBases } from '@/lib/contributions/drafts/stored-draft';
import { sectionIssues } from '@/lib/contributions/drafts/sections';
import type { FieldIssue, Section } from '@/lib/contributions/drafts/sections';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import { kindOf } from '@/lib/questions/registry';
import { isCorrectable } from '@/lib/contributions/state';
import { routing } from '@/lib/platform/i18n/routing';
import { filePaths } from '@/app/(form)/files/paths';
import { differencesBetween } from '@/app/(form)/form/differences';
import { ENHANCED, INTENTS } from '@/app/(form)/form/names';
import { shownIssues } from '@/app/(form)/form/outcome';
import type { NotSaved, SaveOutcome, StepPlace } from '@/app/(form)/form/outcome';
import { isBesideStep, runBeside } from './beside';
import { agreementAfter, applyIntent, focusAfter } from './intents';
import { openForm } from './form';
import type { OpenForm } from './form';
import { contributePaths } from './paths';
import { actOnProposals } from './proposal-intents';

const placeSchema = z.object({
  locale: z.enum(routing.locales),
  call: z.string().max(40),
  step: z.string().max(80),
  position: z.number().int().positive().optional(),
});

/**
 * Saves one step, valid or not, and continues. On failure, returns the reason and all the typed text. Without a script,
 * the small forms beside the step (comments, its link by mail) are sent with it, and run whether or not it can be saved.
 */
export async function saveStep(place: StepPlace, _previous: SaveOutcome, form: FormData): Promise<SaveOutcome> {
  const outcome = await saveTyped(place, form);
  const at = placeSchema.safeParse(place);
  const ran = at.success ? await runBeside(at.data, form) : null;
  if (outcome && ran && !(outcome.ok && ran.state.result?.ok))
    return { ...outcome, beside: { name: ran.name, state: ran.state } };
  if (outcome?.ok && !form.has(ENHANCED)) redirect(ran ? addressAfter(ran, outcome.go) : outcome.go);
  return outcome;
}

/** The page of this step or the next, at the result of what ran. */
function addressAfter({ anchor, link }: { anchor: string; link?: string }, page: string): string {
  const [address = '', focused] = page.split('#');
  const [path = '', query] = address.split('?');
  const asked = new URLSearchParams(query);
  if (link !== undefined) asked.set('link', link);
  return `${path}${asked.size > 0 ? `?${asked}` : ''}#${focused ?? anchor}`;
}

async function saveTyped(asked: StepPlace, form: FormData): Promise<SaveOutcome> {
  const typed = parseFormData(form.entries());
  const version = Number(form.get('version')) || 0;
  const refused = (reason: NotSaved['reason'], values: Nested = typed.ok ? typed.values : {}): NotSaved => ({
    ok: false,
    reason,
    values,
    version,
  });
  const place = placeSchema.safeParse(asked);
  if (!place.success) return refused('not_found');
  if (!typed.ok) return refused('too_large');
  try {
    const open = await openForm(place.data.locale, place.data.call);
    if (!open) return refused('lost_link');
    if (open.held.id !== form.get('draft')) return refused('other_draft');
    if (open.closed) return refused(whyClosed(open));
    return await save({ open, place: place.data, values: typed.values, form, version });
  } catch (error) {
    return refused(failureOf(error).reason);
  }
}

/** Why the step can't be saved any more. */
function whyClosed({ draft: { status }, call, held }: OpenForm): NotSaved['reason'] {
  if (status === 'withdrawn') return 'withdrawn';
  if (status === 'draft') {
    // Editors enter what came by mail until the call's report is published.
    if (call.state === 'closed') return held.link.editorId === null ? 'call_closed' : 'call_reported';
    return 'call_not_open';
  }
  return isCorrectable(status) ? 'correction_after_closing' : 'already_submitted';
}

type SaveInput = { open: OpenForm; place: StepPlace; values: Nested; form: FormData; version: number };

async function save({ open, place, values, form, version }: SaveInput): Promise<SaveOutcome> {
  const section = sectionAt(open, place);
  if (!section) return { ok: false, reason: 'not_found', values, version };
  const intent = String(form.get('intent') ?? '');
  const agreement = section.kind === 'proposal' ? agreementAfter(intent, readValues('proposal', values)) : '';
  const data = applyIntent(section, values, intent, agreement ? await readAgreementCells(agreement) : null);

  if (isBesideStep(intent) && isDeepStrictEqual(data, readValues(section.kind, storedAt(open, place)?.data)))
    return { ok: true, version, issues: [], shown: String(form.get('shown') ?? ''), go: pageOf(open, place, form) };

  const saved = await saveSection({
    contributionId: open.held.id,
    key: sectionKey(place),
    expectedVersion: replacedBy(intent) ?? version,
    data,
  });
  if (!saved.ok) {
    const current = saved.current;
    const differences = current ? differencesBetween(data, readValues(section.kind, current.data)) : undefined;
    return {
      ok: false,
      reason: saved.reason,
      values,
      version,
      theirs: current?.version,
      differences,
      removed: isRemoved(current?.data),
    };
  }
  const issues = sectionIssues(await withBase(section, data), data);
  const hasEntries = 'question' in section && kindOf(section.question).entries;
  const elsewhere = hasEntries ? await actOnProposals({ open, place, intent, form }) : null;
  if (elsewhere) return { ok: true, version: saved.version, issues, shown: shownIssues(issues), go: elsewhere };
  return {
    ok: true,
    version: saved.version,
    issues,
    shown: shownIssues(issues),
    go: nextAddress({ open, place, data, form, intent, issues, focus: focusAfter(section, intent, data) }),
  };
}

/** The version by someone else that "keep mine" replaces; a version newer than the page showed is not replaced. */
function replacedBy(intent: string): number | undefined {
  const [action, version] = intent.split(':');
  return action === INTENTS.keep ? Number(version) || 0 : undefined;
}

/** The section at an address. Includes a removed proposal: saving restores it. */
function sectionAt({ parts, draft, dataset }: OpenForm, place: StepPlace): Section | undefined {
  const part = parts.find(({ step, position }) => step === place.step && position === place.position);
  if (part || place.position === undefined || !draft.sections.has(sectionKey(place))) return part?.section;
  return { kind: 'proposal', base: {}, criteria: dataset.sets.flatMap((set) => set.criteria.map(({ key }) => key)) };
}

/** Validates a proposal against the base it now names, which a button may just have updated. */
async function withBase(section: Section, data: unknown): Promise<Section> {
  if (section.kind !== 'proposal') return section;
  return { ...section, base: (await readBases([['', data]])).get('') ?? {} };
}

type Onward = {
  open: OpenForm;
  place: StepPlace;
  data: unknown;
  form: FormData;
  intent: string;
  issues: FieldIssue[];
  focus?: string;
};

/**
 * Redirects to the next step, unless there are faults this page has not shown yet: shown faults never block the
 * contributor.
 */
function nextAddress({ open, place, data, form, intent, issues, focus }: Onward): string {
  const paths = contributePaths(open.locale, place.call);
  const fromCheck = form.get('back') === 'check';
  const here = pageOf(open, place, form);
  if (intent === INTENTS.files) return filePaths(open.locale, place.call, place.step).alone;
  const shown = new Set(String(form.get('shown') ?? '').split(' '));
  if (intent !== 'continue') return `${here}${focus ? `#${focus}` : `${fromCheck ? '&' : '?'}saved=1`}`;
  if (issues.some((issue) => !shown.has(shownIssues([issue])))) return `${here}#error-summary`;
  if (fromCheck) return paths.check;
  if (place.position !== undefined) return paths.step(place.step);
  return paths.step(stepAfter(place.step, open.draft.questionnaire, askedAfter(open, place, data)));
}

/** The address of the step. */
const pageOf = ({ locale }: OpenForm, { call, step, position }: StepPlace, form: FormData) =>
  `${contributePaths(locale, call).step(step, position)}${form.get('back') === 'check' ? '?from=check' : ''}`;

const storedAt = ({ draft }: OpenForm, place: StepPlace) => draft.sections.get(sectionKey(place));

/** The questions that are asked now that this step is saved. */
function askedAfter({ draft, parts, files }: OpenForm, place: StepPlace, data: unknown): ReadonlySet<string> {
  const saved = parts.map((part) =>
    part.step === place.step && part.position === place.position ? { ...part, data } : part,
  );
  return askedByDraft(draft.questionnaire, saved, files);
}
