import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { YearGroups } from '@/app/(site)/[locale]/questions/[key]/year-groups';
import { DeskTitle } from '@/app/desk/parts/desk-title';
import { requireActor } from '@/app/server/session';
import { can } from '@/lib/accounts/policy';
import { hideContactDetails } from '@/lib/platform/text/contact-details';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { wordsIn } from '@/lib/platform/i18n/words';
import { readAnswersOverYears } from '@/lib/publication/answers-over-years/answers';
import { questionKey } from '@/lib/questions/question-key';

export const metadata: Metadata = { title: 'Answers over the years' };

/** All answers to one question, also those that are not public. */
export default async function DeskAnswersPage({ params }: PageProps<'/desk/questions/[key]'>) {
  const { key } = await params;
  const actor = await requireActor(`/desk/questions/${encodeURIComponent(key)}`, 'dataset.read');
  if (!questionKey.safeParse(key).success) notFound();
  const found = await readAnswersOverYears(key, { locale: 'en', words: wordsIn('en'), audience: 'desk' });
  if (!found) notFound();
  const groups = can(actor, 'contact.read') ? found.groups : hideContactDetails(found.groups);
  const pathOf = { call: pathsIn('en').call, contribution: (reference: string) => `/desk/contributions/${reference}` };
  return (
    <>
      <DeskTitle
        title={found.title}
        lead="Every answer to this question in all calls, with exact counts; also what is not public. Withdrawn contributions are left out."
      />
      <YearGroups groups={groups} pathOf={pathOf} />
    </>
  );
}
