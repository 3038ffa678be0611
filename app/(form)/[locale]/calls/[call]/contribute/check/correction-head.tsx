import { getTranslations } from 'next-intl/server';
import { DifferenceList } from '@/app/ui/difference-list';
import { Notice } from '@/app/ui/notice';
import { differencesInWords, differenceWords } from '@/app/(form)/display/difference-words';
import type { OpenForm } from '@/app/(form)/server/form';
import { namesOf } from '@/app/(form)/server/names';
import { contributePaths } from '@/app/(form)/server/paths';
import { readSentBody } from '@/lib/contributions/corrections/sent-body';
import { typedBody } from '@/lib/contributions/corrections/draft-to-submission';
import { isCorrectable } from '@/lib/contributions/state';

/** Says above a correction that it is one, and what it changes. */
export async function CorrectionHead({ open }: { open: OpenForm }) {
  const t = await getTranslations('correspondence');
  const { revision, status, questionnaire } = open.draft;
  const before = await readSentBody(open.held.id, revision);
  const names = await namesOf(open.dataset);
  const items = before
    ? await differencesInWords({
        before,
        after: typedBody(open.sending, before),
        names,
        questions: questionnaire.questions,
      })
    : [];
  const over = isCorrectable(status)
    ? { title: t('correct.closed'), body: t('correct.closedBody') }
    : { title: t('correct.stranded'), body: t('correct.strandedBody') };
  return (
    <>
      <Notice kind={open.closed ? 'warning' : 'info'} title={open.closed ? over.title : t('correct.open')}>
        <p>{open.closed ? over.body : t('correct.openBody', { number: revision + 1, former: revision })}</p>
        <p className="no-print mt-2">
          <a href={contributePaths(open.locale, open.call.slug).status} className="link">
            {t('erase.back')}
          </a>
        </p>
      </Notice>
      <section aria-labelledby="changes-title">
        <h2 id="changes-title" className="mb-2 text-xl">
          {t('difference.before')}
        </h2>
        {items.length === 0 && <p className="text-muted">{t('difference.nothing')}</p>}
        {items.length > 0 && !open.closed && (
          <p className="mb-2">{t('difference.beforeBody', { number: revision + 1 })}</p>
        )}
        {items.length > 0 && <DifferenceList items={items} words={await differenceWords()} />}
      </section>
    </>
  );
}
