import type { ReactNode } from 'react';
import { AboutFields } from '@/app/(form)/form/about-fields';
import { fieldsFor } from '@/app/(form)/form/kind-fields';
import { questionOf } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import type { ListProblem } from '@/app/(form)/server/proposal-intents';
import { attributionsOffered, COUNTRIES } from '@/lib/contributions/constants';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { namesIn } from '@/lib/platform/i18n/names-in';

type StepFieldsProps = { open: OpenForm; step: string; problem?: ListProblem; find?: string | string[] };

/** The fields of a step: those of its question's kind, or "about you". */
export function StepFields({ open, step, ...asked }: StepFieldsProps): ReactNode {
  const question = questionOf(open, step);
  if (question) return fieldsFor({ question, open, ...asked });
  const { locale, call, draft } = open;
  // Who has chosen it before is not made public by a call that offers it no longer.
  return <AboutStep locale={locale} offersEditorsOnly={call.offersEditorsOnly || draft.editorsOnly} />;
}

/** The fields of the last step. */
export const AboutStep = ({ locale, offersEditorsOnly }: { locale: string; offersEditorsOnly: boolean }): ReactNode => (
  <AboutFields
    countries={namesIn(locale, 'region', COUNTRIES)}
    languages={namesIn(locale, 'language', LANGUAGES)}
    attributions={attributionsOffered({ offersEditorsOnly })}
  />
);
