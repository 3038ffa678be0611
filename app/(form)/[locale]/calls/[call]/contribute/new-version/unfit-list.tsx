import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/ui/section';
import { fieldLabel } from '@/app/(form)/form/field-labels';
import { sentenceOf } from '@/app/(form)/form/sentences';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf } from '@/app/(form)/server/names';
import type { VersionChanges } from '@/lib/contributions/drafts/new-version';
import { sentenceOf as conditionOf } from '@/lib/questions/condition';

/** The answers that do not fit the newer version as they are, each with the reason. */
export async function UnfitList({ open, changes: { unfit } }: { open: OpenForm; changes: VersionChanges }) {
  const [t, words, errors] = [
    await getTranslations('contribute.newVersion'),
    await getTranslations(),
    await getTranslations('errors'),
  ];
  const names = await namesOf(open.dataset);
  const { questions } = open.call.questionnaire.content;
  const reasons = ({ question, why, faults }: VersionChanges['unfit'][number]): string[] => {
    if (why === 'kind') return [t('otherKind')];
    if (why === 'not_asked') return [`${conditionOf(question, questions, words) ?? ''} ${t('notAsked')}`.trim()];
    return faults.map(({ name, message }) =>
      t('fault', { field: fieldLabel(words, names, name), sentence: sentenceOf(errors, message) }),
    );
  };
  return (
    <Section id="unfit" title={t('unfit')}>
      {unfit.length === 0 && <p className="max-w-measure">{t('allFit')}</p>}
      <ul className="max-w-measure space-y-4 empty:hidden">
        {unfit.map((one) => (
          <li key={one.question.key} className="border-s-2 border-warn ps-4">
            <p className="font-semibold">{one.question.shortTitle}</p>
            {reasons(one).map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </li>
        ))}
      </ul>
      {unfit.length > 0 && <p className="mt-4 max-w-measure text-muted">{t('kept')}</p>}
    </Section>
  );
}
