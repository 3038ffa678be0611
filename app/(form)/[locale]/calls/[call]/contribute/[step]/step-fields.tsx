import type { ReactNode } from 'react';
import { AboutFields } from '@/app/(form)/form/about-fields';
import { fieldsFor } from '@/app/(form)/form/kind-fields';
import { questionOf } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import type { ListProblem } from '@/app/(form)/server/proposal-intents';
import { COUNTRIES } from '@/lib/contributions/constants';
import { LANGUAGES } from '@/lib/platform/i18n/languages';

type StepFieldsProps = { open: OpenForm; step: string; problem?: ListProblem; find?: string | string[] };

/** The fields of a step: those of its question's kind, or "about you". */
export function StepFields({ open, step, ...asked }: StepFieldsProps): ReactNode {
  const question = questionOf(open, step);
  if (question) return fieldsFor({ question, open, ...asked });
  return <AboutStep locale={open.locale} />;
}

/** The fields of the last step. */
export const AboutStep = ({ locale }: { locale: string }): ReactNode => (
  <AboutFields countries={namedIn(locale, 'region', COUNTRIES)} languages={namedIn(locale, 'language', LANGUAGES)} />
);

function namedIn(locale: string, type: 'region' | 'language', codes: readonly string[]) {
  const names = new Intl.DisplayNames(locale, { type });
  const collator = new Intl.Collator(locale);
  return codes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => collator.compare(a.name, b.name));
}
