import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { AnswerLists } from '@/app/intake/answer-lists';
import { DifferenceList } from '@/app/intake/difference-list';
import { PictureList } from '@/app/intake/picture-list';
import { ReadingNotices } from '@/app/intake/reading-notices';
import { UnitList } from '@/app/intake/unit-list';
import { Button, LinkButton } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { confirmFile, dropFile } from '@/app/(form)/received/actions';
import { ConfirmForm } from '@/app/(form)/received/confirm-form';
import { receivedFor } from '@/app/(form)/received/received';
import type { Received } from '@/app/(form)/received/received';
import { contributePaths } from '@/app/(form)/server/paths';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { acceptsContributions } from '@/lib/calls/state';
import { pathsIn } from '@/lib/platform/i18n/paths';

type Props = PageProps<'/[locale]/calls/[call]/contribute/from-file'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: await titleWithError((await getTranslations('intake.page'))('title')) };
}

/** What was read in a file that came back, to be confirmed before anything is saved. */
export default async function FromFilePage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const [received, paths, t] = [
    await receivedFor(locale, slug),
    contributePaths(locale, slug),
    await getTranslations('intake.page'),
  ];
  if (received === null || 'ok' in received || !acceptsContributions(received.call.state)) {
    const [errors, upload] = [await getTranslations('errors.reasons'), await getTranslations('intake.upload')];
    if (received !== null && !('ok' in received)) redirect(pathsIn(locale).contribute(slug));
    return (
      <PageHeader title={t('title')}>
        <Notice kind="warning" title={received === null ? t('gone.title') : upload('failed')}>
          <p>{received === null ? t('gone.body') : errors(received.reason)}</p>
        </Notice>
        <LinkButton href={`${paths.start}#from-file`} variant="secondary" className="mt-6">
          {t('gone.link')}
        </LinkButton>
      </PageHeader>
    );
  }
  return <Confirmation received={received} place={{ locale, call: slug }} />;
}

type ConfirmationProps = { received: Received; place: Parameters<typeof dropFile>[0] };

async function Confirmation({ received: { call, file, reading, units, compared, seen }, place }: ConfirmationProps) {
  const [t, words, paths] = [
    await getTranslations('intake.page'),
    await getTranslations(),
    contributePaths(place.locale, place.call),
  ];
  const { questionnaire, places } = reading;
  const answers = compared ? compared.fresh : reading.answers;
  const into = compared ? 'into.draft' : reading.isOfOtherDraft ? 'into.other' : 'into.new';
  return (
    <>
      <PageHeader eyebrow={call.texts.title} title={t('title')} lead={t('lead')}>
        <p className="max-w-measure">{t(into)}</p>
        <p className="mt-3 max-w-measure text-sm text-muted">{t('held', { name: file.name })}</p>
        <div className="mt-4 flex flex-wrap gap-x-4 gap-y-3">
          <LinkButton href={`${paths.start}#from-file`} variant="secondary">
            {t('another')}
          </LinkButton>
          <form action={dropFile.bind(null, place)}>
            <Button type="submit" variant="secondary">
              {t('drop')}
            </Button>
          </form>
        </div>
      </PageHeader>
      <div className="mb-10">
        <ReadingNotices reading={reading} words={words} />
      </div>
      <ConfirmForm
        action={confirmFile.bind(null, place)}
        address={paths.fromFile}
        seen={seen}
        audiences={compared ? [] : (call.questionnaire.content.audiences ?? [])}
        button={words(compared ? 'intake.confirm.merge' : 'intake.confirm.begin')}
      >
        <UnitList
          {...{ units, questionnaire, places, words }}
          taken={new Set(reading.answers.map(({ place: { tag } }) => tag))}
        />
        <DifferenceList {...{ questionnaire, words }} differences={compared?.differences ?? []} />
        {compared && compared.same > 0 && (
          <p className="mb-8 max-w-measure">{words('intake.differences.same', { count: compared.same })}</p>
        )}
        <PictureList
          {...{ questionnaire, words }}
          pictures={reading.pictures}
          left={reading.leftPictures}
          locale={place.locale}
        />
        <AnswerLists {...{ answers, questionnaire, places, words }} />
      </ConfirmForm>
    </>
  );
}
