'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { TextArea } from '@/app/ui/text-area';
import type { Nested } from '@/lib/contributions/drafts/form-data';
import { fieldId, INTENTS } from './names';
import type { SaveThisStep } from './outcome';
import { fieldLabel } from './field-labels';

/** The fields of a step that no user types. */
const ACCOMPANYING = /^(draft|version|shown|back|kind|agreement|baseVersion|intent|target|enhanced)$/;

type RejectedFormProps = { save: SaveThisStep; address: string; reason: 'not_with_this_link' | 'unavailable' };

/**
 * Replaces a step that can't be shown after a form was sent without JavaScript: the private link was revoked, or the
 * database is down. The page shows all the typed text, to be copied, or to be sent again later or with a new link.
 */
export function RejectedForm({ save, address, reason }: RejectedFormProps) {
  const [t, words] = [useTranslations('contribute.form'), useTranslations()];
  const reasons = useTranslations('errors.reasons');
  const [outcome, action] = useActionState(save, null, address);
  const fields = outcome && !outcome.ok ? fieldsIn(outcome.values) : [];
  return (
    <>
      <PageHeader title={t('notSavedTitle')} />
      <form action={action} className="space-y-6">
        <Notice kind="error" role="alert" title={reasons(reason)} />
        {fields.map(({ name, value }, at) =>
          ACCOMPANYING.test(name) || !isText(value, name) ? (
            name !== 'intent' && <input key={at} type="hidden" name={name} value={value} />
          ) : (
            <TextArea
              key={at}
              id={fieldId(name)}
              name={name}
              label={fieldLabel(words, {}, name)}
              defaultValue={value}
              rows={2}
              dir="auto"
            />
          ),
        )}
        <Button type="submit" name="intent" value={INTENTS.save} variant="secondary">
          {t('tryAgain')}
        </Button>
      </form>
    </>
  );
}

/** Ticked and chosen values are sent along as hidden fields, and so are empty ones. */
const isText = (value: string, name: string) =>
  value.trim() !== '' &&
  value !== 'on' &&
  !/(^|\.)(agreements|criteria|choice|choices|level|country|stakeholderGroup|language)$/.test(name);

function fieldsIn(value: Nested | Nested[] | string | string[], name = ''): { name: string; value: string }[] {
  if (typeof value === 'string') return [{ name, value }];
  if (Array.isArray(value))
    return value.flatMap((inner, at) =>
      typeof inner === 'string' ? [{ name, value: inner }] : fieldsIn(inner, `${name}.${at}`),
    );
  return Object.entries(value).flatMap(([key, inner]) => fieldsIn(inner, name ? `${name}.${key}` : key));
}
