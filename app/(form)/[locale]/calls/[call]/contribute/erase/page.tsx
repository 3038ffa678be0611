import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/app/ui/checkbox';
import { Notice } from '@/app/ui/notice';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { DashList } from '@/app/(form)/form/dash-list';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { attributedTo } from '@/app/(form)/display/attributed';
import { erase } from '@/app/(form)/server/after-actions';
import { ownContribution } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { readSent } from '@/lib/contributions/sent';

type Props = PageProps<'/[locale]/calls/[call]/contribute/erase'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: await titleWithError((await getTranslations('correspondence.more'))('erase')) };
}

/** Says what erasing contact details removes and keeps, and offers to become anonymous in public as well. */
export default async function ErasePage({ params }: Props) {
  const locale = await localeOf(params);
  const { call: slug } = await params;
  const { call, held } = await ownContribution(locale, slug);
  const [t, words, paths] = [
    await getTranslations('correspondence.erase'),
    await getTranslations('correspondence'),
    contributePaths(locale, slug),
  ];
  const sent = held.status === 'draft' ? null : await readSent(held.id);
  const shown = sent && attributedTo(sent.attribution, locale);
  const done = sent?.address === 'erased' && !shown;
  return (
    <>
      <PageHeader eyebrow={call.texts.title} title={t('title')} lead={!done && t('lead')} />
      {done ? (
        <Notice kind="info" title={t('erased')} />
      ) : (
        <>
          <Section id="what" title={t('what')}>
            <DashList lines={[t('details'), t('colleagues'), t('files'), t('mail')]} />
          </Section>
          <Section id="stays" title={t('stays')}>
            <DashList lines={[t('answers'), t('link')]} />
          </Section>
          <ConfirmForm
            action={erase.bind(null, { locale, call: slug })}
            contribution={held.id}
            button={t('button')}
            failed={t('failed')}
            variant="danger"
          >
            {shown && (
              <div>
                <p className="mb-3">{t('shown', { name: shown })}</p>
                <Checkbox id="alsoPublic" name="alsoPublic" label={t('alsoPublic')} hint={t('alsoPublicHint')} />
              </div>
            )}
          </ConfirmForm>
        </>
      )}
      <p className="mt-6">
        <a href={sent ? paths.status : paths.check} className="link">
          {done ? t('back') : sent ? words('back') : words('backDraft')}
        </a>
      </p>
    </>
  );
}
