import { getTranslations } from 'next-intl/server';
import { Notice } from '@/app/ui/notice';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { listLinks } from '@/lib/contributions/links';
import { listSignOffs } from '@/lib/contributions/sign-offs';
import type { SignOff } from '@/lib/contributions/sign-offs';
import { ChangesSince } from './changes-since';
import { SignOffList } from './sign-off-list';
import { textToSign } from './text-to-sign';

/**
 * Before a text is sent: who approved it, what has changed since, and the way to ask for approval. Not for an editor who
 * enters it on behalf of its contributor: the approvers are the contributor's colleagues.
 */
export async function SignOffSection({ open }: { open: OpenForm }) {
  const { held, locale, call } = open;
  if (held.link.editorId !== null) return null;
  const [t, answers] = [await getTranslations('signoff.section'), await listSignOffs(held.id)];
  const [{ version }, fold] = [await textToSign(open), await getTranslations('progress.fold')];
  return (
    <section aria-labelledby="sign-off-title" className="no-print space-y-2 sm:space-y-4">
      <h2 id="sign-off-title" className="text-xl">
        {t('title')}
      </h2>
      {answers.length === 0 ? (
        <details className="max-w-measure">
          <summary className="w-fit">{fold('approval')}</summary>
          <p>{t('none')}</p>
        </details>
      ) : (
        <>
          <Warnings answers={answers} version={version} />
          <p>{t('version', { version })}</p>
          <SignOffList
            answers={answers}
            locale={locale}
            version={version}
            labels={await linkLabels(held.id)}
            since={({ content }) => <ChangesSince read={content} open={open} />}
          />
          <p className="max-w-measure text-sm text-muted">{t('private')}</p>
        </>
      )}
      <a href={`${contributePaths(locale, call.slug).share}?purpose=approve#make`} className="link inline-block">
        {answers.length === 0 ? t('ask') : t('askMore')}
      </a>
    </section>
  );
}

/** That people asked for changes in this text, or approved only an earlier one. */
async function Warnings({ answers, version }: { answers: SignOff[]; version: string }) {
  const t = await getTranslations('signoff.section');
  const now = answers.filter((answer) => answer.version === version);
  const asking = now.filter(({ outcome }) => outcome === 'changes_asked').length;
  const approved = new Set(now.flatMap(({ outcome, linkId }) => (outcome === 'approved' ? [linkId] : [])));
  const outdated = new Set(
    answers.flatMap(({ outcome, linkId, sent }) =>
      outcome === 'approved' && !sent && !approved.has(linkId) ? [linkId] : [],
    ),
  ).size;
  return (
    <>
      {asking > 0 && (
        <Notice kind="warning" title={t('changesAsked.title')}>
          <p>{t('changesAsked.body', { count: asking })}</p>
        </Notice>
      )}
      {outdated > 0 && (
        <Notice kind="warning" title={t('outdated.title')}>
          <p>{t('outdated.body', { count: outdated })}</p>
        </Notice>
      )}
    </>
  );
}

/** What the valid links are called, by id. */
async function linkLabels(contributionId: string): Promise<Map<string, string>> {
  const links = await listLinks(contributionId);
  return new Map(links.flatMap(({ id, label }) => (label === null ? [] : [[id, label]])));
}
