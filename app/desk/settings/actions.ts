'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { deskAction, fieldsOf } from '@/app/server/action';
import type { ActionState } from '@/app/ui/action-state';
import { countDue } from '@/lib/contributions/retention/due';
import { bringBackSetting } from '@/lib/notifications/bring-back-setting';
import {
  isMailName,
  previewMailWordings,
  resetMailWordings,
  saveMailWordings,
} from '@/lib/notifications/mail-wordings';
import type { MailName } from '@/lib/notifications/mail-wordings';
import type { RenderedMail } from '@/lib/notifications/rendering';
import type { Result } from '@/lib/platform/errors';
import { saveSettings } from '@/lib/platform/settings/edit-settings';
import { removeLogo } from '@/lib/platform/settings/logo';
import { retentionInput, settingsInput } from '@/lib/platform/settings/settings-schema';
import type { RetentionRule } from '@/lib/platform/settings/settings-schema';

const may = 'settings.manage';

export const save = deskAction({
  may,
  schema: settingsInput,
  run: async (edited, actor) => {
    const result = await saveSettings({ actor, ...edited });
    if (result.ok) redirect('/desk/settings?done=saved');
    return result;
  },
});

const rulesForm = retentionInput.and(z.object({ intent: z.string().optional() }));

/** What was asked for the rules: to count what they would remove, which stores nothing, or to store them. */
export type RulesAnswer = { due?: Record<RetentionRule, number> };

const tryOrSaveRules = deskAction<z.output<typeof rulesForm>, RulesAnswer>({
  may,
  schema: rulesForm,
  run: async ({ input, version, intent }, actor) => {
    if (intent === 'try') return { ok: true, due: await countDue(input) };
    const result = await saveSettings({ actor, version, input });
    if (result.ok) redirect('/desk/settings/retention?done=rules');
    return result;
  },
});

/** Both buttons of the form. A trial stores nothing, so the typed rules stay in the fields. */
export async function saveRules(previous: ActionState<RulesAnswer>, form: FormData): Promise<ActionState<RulesAnswer>> {
  const answer = await tryOrSaveRules(previous, form);
  return answer.result?.ok ? { ...answer, typed: fieldsOf(form) } : answer;
}

export const dropLogo = deskAction({
  may,
  schema: z.strictObject({}),
  run: async (_, actor) => {
    const result = await removeLogo({ actor });
    if (result.ok) redirect('/desk/settings?done=nologo#logo');
    return result;
  },
});

export const bringBack = deskAction({
  may,
  schema: z.object({ id: z.coerce.number().int().positive(), name: z.string().max(200) }),
  run: async (change, actor) => {
    const result = await bringBackSetting({ actor, ...change });
    if (result.ok) redirect('/desk/settings/history?done=back');
    return result;
  },
});

const mailForm = z.object({
  name: z.string().refine(isMailName),
  intent: z.string().optional(),
  typed: z.record(z.string(), z.string()),
});

/** What was asked for a mail: a sample of it, which stores nothing, or to store its words. */
export type MailAnswer = { sample?: RenderedMail };

const previewOrSave = deskAction<z.output<typeof mailForm>, MailAnswer>({
  may,
  schema: mailForm,
  read: (form) => {
    const { name, intent, ...typed } = fieldsOf(form);
    return { name, intent, typed };
  },
  run: async ({ name, intent, typed }, actor) => {
    const mail = name as MailName; // by the schema
    if (intent === 'preview') return sampleOf(await previewMailWordings({ name: mail, typed }));
    const isReset = intent === 'reset';
    const result = await (isReset
      ? resetMailWordings({ actor, name: mail })
      : saveMailWordings({ actor, name: mail, typed }));
    if (result.ok) redirect(`/desk/settings/mails/${mail}?done=${isReset ? 'reset' : 'saved'}`);
    return result;
  },
});

/** All buttons of a mail's form. A sample stores nothing, so the typed words stay in the fields. */
export async function saveMail(previous: ActionState<MailAnswer>, form: FormData): Promise<ActionState<MailAnswer>> {
  const answer = await previewOrSave(previous, form);
  return answer.result?.ok ? { ...answer, typed: fieldsOf(form) } : answer;
}

const sampleOf = (result: Result<RenderedMail>): Result<MailAnswer> =>
  result.ok ? { ok: true, sample: { subject: result.subject, html: '', text: result.text } } : result;
