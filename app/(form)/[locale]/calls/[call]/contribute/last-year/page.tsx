import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { EarlierForm } from '@/app/(form)/form/earlier-form';
import type { EarlierChoice } from '@/app/(form)/form/earlier-form';
import { EarlierLinkForm } from '@/app/(form)/form/earlier-link-form';
import { earlierFor } from '@/app/(form)/server/earlier';
import type { Earlier } from '@/app/(form)/server/earlier';
import { askForEarlierLink, beginWithEarlier } from '@/app/(form)/server/earlier-actions';
import type { OpenForm } from '@/app/(form)/server/form';
import { stepTitle } from '@/app/(form)/server/names';
import { openDraft } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { STAKEHOLDER_GROUPS } from '@/lib/contributions/constants';
import { ABOUT_STEP } from '@/lib/contributions/drafts/steps';
import { sayDay } from '@/lib/platform/i18n/dates';
import type { Words } from '@/lib/platform/i18n/words';
import { cutText } from '@/lib/platform/text/cut-text';

type Props = PageProps<'/[locale]/calls/[call]/contribute/last-year'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: await titleWithError((await getTranslations('contribute.earlier'))('title')) };
}

/** Begins a draft with what an earlier contribution said, each item confirmed or dropped. */
export default async function LastYearPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call } = await params;
  const [open, paths] = [await openDraft(locale, call), contributePaths(locale, call)];
  if (open.correcting) redirect(paths.check);
  const [t, words] = [await getTranslations('contribute.earlier'), await getTranslations()];
  const earlier = await earlierFor(open, words);
  const place = { locale, call };
  return (
    <>
      <PageHeader eyebrow={open.call.texts.title} title={t('title')} lead={t(earlier.length > 0 ? 'lead' : 'none')} />
      {earlier.length > 0 && (
        <EarlierForm
          action={beginWithEarlier.bind(null, place)}
          contribution={open.held.id}
          choices={(await Promise.all(earlier.map((one) => choicesOf(one, open, words)))).flat()}
        />
      )}
      <Section id="by-mail" title={t('byMail.title')}>
        <p className="mb-5 max-w-measure">{t('byMail.body')}</p>
        <EarlierLinkForm action={askForEarlierLink.bind(null, place)} />
      </Section>
      <LinkButton href={open.steps[0] ? paths.step(open.steps[0]) : paths.check} variant="secondary">
        {t('without')}
      </LinkButton>
    </>
  );
}

/** The items of one earlier contribution by step, in words. Only the label leaves the server, no value. */
async function choicesOf(
  { reference, submittedAt, groups }: Earlier,
  open: OpenForm,
  words: Words,
): Promise<EarlierChoice[]> {
  const from = submittedAt
    ? words('contribute.earlier.from', { reference, day: sayDay(submittedAt.toISOString(), open.locale) })
    : reference;
  return Promise.all(
    groups.map(async ({ step, items, leftOut }) => ({
      id: `${reference}-${step}`,
      title: await stepTitle(open, step),
      from,
      items: items.map(({ id, label, note }) => ({
        id,
        label: step === ABOUT_STEP ? detailInWords(id, label, open.locale, words) : label,
        note: note && cutText(note, 200),
      })),
      leftOut: leftOut.map(({ label, agreements }) => {
        const named = agreements.filter((name) => name !== label).join(', ');
        return named === '' ? label : words('contribute.earlier.leftOutItem', { label, agreements: named });
      }),
    })),
  );
}

/** A detail of the author with the name of its field; the id of the item ends with the field. */
function detailInWords(id: string, value: string, locale: string, words: Words): string {
  const field = id.split(' ').at(-1);
  const said = (name: 'name' | 'affiliation' | 'email' | 'country' | 'stakeholderGroup', text: string) =>
    words('contribute.earlier.detail', { field: words(`contribute.form.about.${name}`), value: text });
  if (field === 'country') return said(field, new Intl.DisplayNames(locale, { type: 'region' }).of(value) ?? value);
  if (field === 'stakeholderGroup') {
    const group = STAKEHOLDER_GROUPS.find((one) => one === value);
    return said(field, group ? words(`contribute.form.stakeholderGroups.${group}`) : value);
  }
  return said(field === 'email' || field === 'affiliation' ? field : 'name', value);
}
