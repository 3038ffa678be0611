import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/app/ui/button';
import { Notice } from '@/app/ui/notice';
import { ProposalFields } from '@/app/(form)/form/proposal-fields';
import { INTENTS } from '@/app/(form)/form/names';
import type { SaveThisStep } from '@/app/(form)/form/outcome';
import { StepForm } from '@/app/(form)/form/step-form';
import { StepPosting } from '@/app/(form)/form/step-posting';
import { StepShell } from '@/app/(form)/form/step-shell';
import { RejectedForm } from '@/app/(form)/form/rejected-form';
import { LooksLikeNotices } from '@/app/(form)/form/looks-like';
import { cellsNow } from '@/app/(form)/display/cells-now';
import { compareWhileTyping } from '@/app/(form)/server/finding-actions';
import { openForm } from '@/app/(form)/server/form';
import { describedIn, looksLike } from '@/app/(form)/server/likeness';
import { proposalTitles } from '@/app/(form)/server/listed-proposals';
import { namesOf } from '@/app/(form)/server/names';
import { lostWhileSending, openDraft } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { saveStep } from '@/app/(form)/server/save-step';
import { showsFaults, shownIssuesOf, titleOfStep } from '@/app/(form)/server/titles';
import { nullWhenDatabaseDown } from '@/app/(form)/server/null-when-database-down';
import { localeOf } from '@/app/(site)/frame/locale';
import { Missing } from '@/app/(site)/frame/missing';
import { readAgreementCells } from '@/lib/agreements/cells';
import { countPendingByOthers } from '@/lib/contributions/pending';
import { sectionKey } from '@/lib/contributions/drafts/steps';
import { readValues } from '@/lib/contributions/drafts/values';
import type { Section } from '@/lib/contributions/drafts/sections';
import { LANGUAGES } from '@/lib/platform/i18n/languages';
import { namesIn } from '@/lib/platform/i18n/names-in';
import type { Locale } from '@/lib/platform/i18n/routing';
import type { ProposalValues } from '@/lib/questions/typed-proposal';

type Props = PageProps<'/[locale]/calls/[call]/contribute/[step]/[position]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { call, step, position } = await params;
  const open = await nullWhenDatabaseDown(openForm(locale, call));
  const part = open?.parts.find((one) => one.step === step && one.position === Number(position));
  if (!open || !part) return { title: (await getTranslations('contribute.form.proposals'))('list') };
  const title = (await proposalTitles(open))(readValues('proposal', part.data));
  return { title: await titleOfStep(open, step, { title, faulty: showsFaults(open, step, Number(position)) }) };
}

export default async function ProposalPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { call, step, position } = await params;
  const place = { locale, call, step, position: Number(position) };
  const [save, here] = [saveStep.bind(null, place), contributePaths(locale, call).step(step, place.position)];
  const revoked = await nullWhenDatabaseDown(lostWhileSending(call));
  const open = revoked === false ? await nullWhenDatabaseDown(openDraft(locale, call)) : null;
  if (!open) return <RejectedForm save={save} address={here} reason={revoked ? 'not_with_this_link' : 'unavailable'} />;
  const part = open.parts.find((one) => one.step === step && one.position === place.position);
  if (part?.section.kind !== 'proposal') return <Missing locale={locale} />;
  const { from, saved, link } = await searchParams;
  return (
    <Proposal
      open={open}
      place={place}
      save={save}
      address={here}
      section={part.section}
      values={readValues('proposal', part.data)}
      fromCheck={from === 'check'}
      saved={saved !== undefined}
      mailed={link}
    />
  );
}

type ProposalProps = {
  open: NonNullable<Awaited<ReturnType<typeof openDraft>>>;
  place: { locale: Locale; call: string; step: string; position: number };
  save: SaveThisStep;
  address: string;
  section: Extract<Section, { kind: 'proposal' }>;
  values: ProposalValues;
  fromCheck: boolean;
  saved: boolean;
  mailed?: string | string[];
};

async function Proposal({ open, place, save, address, section, values, fromCheck, saved, mailed }: ProposalProps) {
  const today = values.kind === 'update' ? await readAgreementCells(values.agreement) : null;
  const others =
    today && (await countPendingByOthers({ agreements: [today.slug], except: open.held.id })).get(today.slug);
  const t = await getTranslations('contribute.form.proposal');
  const isNew = values.kind === 'new';
  return (
    <StepPosting save={save} address={address}>
      <StepShell
        open={open}
        step={place.step}
        position={place.position}
        title={isNew ? t('newTitle') : t('updateTitle', { agreement: today?.name ?? values.agreement })}
        lead={isNew ? t('newLead') : t('updateLead')}
        saved={saved}
        mailed={mailed}
      >
        <StepForm
          save={save}
          draftId={open.held.id}
          address={address}
          section={section}
          stored={{
            values,
            version: open.draft.sections.get(sectionKey(place))?.version ?? 0,
            issues: shownIssuesOf(open, place.step, place.position),
          }}
          names={await namesOf(open.dataset)}
          fromCheck={fromCheck}
          inList
          saved={saved}
        >
          {today && values.baseVersion !== undefined && values.baseVersion !== today.version && (
            <Moved base={values.baseVersion} current={today.version} />
          )}
          {others && <OthersToo count={others.contributions} />}
          <ProposalFields
            kind={values.kind}
            sets={open.dataset.sets.toReversed()}
            options={{
              agreement: open.dataset.agreements.map(({ slug, shortName }): [string, string] => [slug, shortName]),
              criterion: open.dataset.sets.flatMap(({ criteria }) =>
                criteria.map(({ key, title }): [string, string] => [key, title]),
              ),
              language: namesIn(open.locale, 'language', LANGUAGES).map(({ code, name }): [string, string] => [
                code,
                name,
              ]),
            }}
            cells={today ? await cellsNow(today.cells, section.base, others?.cells) : {}}
            notice={
              isNew && (
                <LooksLikeNotices
                  first={await looksLike(open, place, describedIn(values), values.distinct)}
                  distinct={values.distinct}
                  compare={compareWhileTyping.bind(null, place, values.distinct)}
                />
              )
            }
          />
        </StepForm>
      </StepShell>
    </StepPosting>
  );
}

/** Others want to change this agreement as well: says only how many. */
async function OthersToo({ count }: { count: number }) {
  const t = await getTranslations('finding.others');
  return (
    <Notice kind="info" title={t('agreement', { count })}>
      <p>{t('agreementBody')}</p>
    </Notice>
  );
}

/** The dataset changed after the proposal was begun. */
async function Moved({ base, current }: { base: number; current: number }) {
  const t = await getTranslations('contribute.form.proposal.moved');
  return (
    <Notice kind="warning" title={t('title')}>
      <p>{t('body', { base, current })}</p>
      <Button type="submit" name="intent" value={INTENTS.rebase} variant="secondary" className="mt-3">
        {t('rebase')}
      </Button>
    </Notice>
  );
}
