import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { LinkButton } from '@/app/ui/button';
import { PageHeader } from '@/app/ui/page-header';
import { Section } from '@/app/ui/section';
import { VersionForm } from '@/app/(form)/form/version-form';
import { takeVersion } from '@/app/(form)/server/after-actions';
import { filledIn } from '@/app/(form)/server/asked';
import type { OpenForm } from '@/app/(form)/server/form';
import { newerVersionFor } from '@/app/(form)/server/newer-version';
import { openDraft } from '@/app/(form)/server/open-draft';
import { contributePaths } from '@/app/(form)/server/paths';
import { titleWithError } from '@/app/(form)/server/titles';
import { localeOf } from '@/app/(site)/frame/locale';
import { wordedFor } from '@/lib/calls/audiences';
import { versionChanges } from '@/lib/contributions/drafts/new-version';
import type { VersionChanges } from '@/lib/contributions/drafts/new-version';
import { UnfitList } from './unfit-list';

type Props = PageProps<'/[locale]/calls/[call]/contribute/new-version'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await localeOf(params);
  return { title: await titleWithError((await getTranslations('contribute.newVersion'))('title')) };
}

/** What a newer version of the questions would change in this draft, and the choice to take it or to stay. */
export default async function NewVersionPage({ params }: Props) {
  const locale = await localeOf(params);
  const { call } = await params;
  const [open, paths] = [await openDraft(locale, call), contributePaths(locale, call)];
  const newest = newerVersionFor(open);
  if (!newest) redirect(paths.check);
  const t = await getTranslations('contribute.newVersion');
  const changes = changesIn(open);
  return (
    <>
      <PageHeader eyebrow={open.call.texts.title} title={t('title')} lead={t('lead', { version: newest.version })} />
      <Differences changes={changes} />
      <UnfitList open={open} changes={changes} />
      <div className="border-t-2 border-ink pt-6">
        <p className="mb-5 max-w-measure">{t('choice')}</p>
        <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
          <VersionForm
            action={takeVersion.bind(null, { locale, call })}
            contribution={open.held.id}
            from={open.draft.questionnaireId}
            to={newest.id}
            words={{ button: t('take', { version: newest.version }), failed: t('failed') }}
          />
          <LinkButton href={paths.check} variant="secondary">
            {t('stay')}
          </LinkButton>
        </div>
      </div>
    </>
  );
}

function changesIn(open: OpenForm): VersionChanges {
  const { draft, call, parts, files } = open;
  return versionChanges({
    before: draft.questionnaire,
    after: wordedFor(call.questionnaire.content, draft.audience),
    parts,
    answered: filledIn(open),
    files,
  });
}

async function Differences({ changes: { added, reworded, gone } }: { changes: VersionChanges }) {
  const t = await getTranslations('contribute.newVersion');
  return (
    <>
      <Part id="added" title={t('added')}>
        {added.map(({ key, title }) => (
          <li key={key}>{title}</li>
        ))}
      </Part>
      <Part id="reworded" title={t('reworded')}>
        {reworded.map(({ before, after }) => (
          <li key={after.key}>
            {after.title}
            <span className="block text-sm text-muted">
              {before.title === after.title ? t('helpChanged') : t('was', { title: before.title })}
            </span>
          </li>
        ))}
      </Part>
      <Part id="gone" title={t('gone')}>
        {gone.map(({ question: { key, title }, answered }) => (
          <li key={key}>
            {title}
            {answered && <span className="block text-sm text-muted">{t('goneAnswered')}</span>}
          </li>
        ))}
      </Part>
      {added.length + reworded.length + gone.length === 0 && <p className="mb-8 max-w-measure">{t('same')}</p>}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ul className="max-w-measure list-['–__'] space-y-3 ps-4">{children}</ul>
    </Section>
  );
}
