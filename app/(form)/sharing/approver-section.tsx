import { getTranslations } from 'next-intl/server';
import { Moment } from '@/app/ui/moment';
import { Notice } from '@/app/ui/notice';
import { Section } from '@/app/ui/section';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { countApprovals, listOwnSignOffs } from '@/lib/contributions/sign-offs';
import type { SignOff } from '@/lib/contributions/sign-offs';
import { ChangesSince } from './changes-since';
import { isBeingWritten } from './paper-of';
import { answerSignOff } from './sign-off-actions';
import { SignOffForm } from './sign-off-form';
import { textToSign } from './text-to-sign';

/** For the holder of a link to approve: what they answered, what has changed since, and the form for their answer. */
export async function ApproverSection({ open }: { open: OpenForm }) {
  const t = await getTranslations('signoff.form');
  const { held, locale, call, issues } = open;
  const own = await listOwnSignOffs(held.link.id);
  if (!isBeingWritten(open))
    return (
      <Section id="sign-off" title={t('title')} layout="above">
        <p className="max-w-measure">{t('closed')}</p>
      </Section>
    );
  const { version } = await textToSign(open);
  const [last] = own;
  const others =
    (await countApprovals({ contributionId: held.id, version })) -
    own.filter((one) => one.version === version && one.outcome === 'approved').length;
  return (
    <Section id="sign-off" title={t('title')} layout="above">
      <div className="space-y-5">
        <p className="max-w-measure">{t('lead', { version })}</p>
        {issues.length > 0 && <p className="max-w-measure">{t('faults', { count: issues.length })}</p>}
        <p className="max-w-measure text-muted">{t('others', { count: others })}</p>
        {last && <OwnAnswer answer={last} isCurrent={last.version === version} open={open} />}
        <SignOffForm
          answer={answerSignOff.bind(null, { locale, call: call.slug })}
          contribution={held.id}
          version={version}
          signed={last}
          address={`${contributePaths(locale, call.slug).read}#sign-off`}
        />
      </div>
    </Section>
  );
}

async function OwnAnswer({ answer, isCurrent, open }: { answer: SignOff; isCurrent: boolean; open: OpenForm }) {
  const t = await getTranslations('signoff');
  const said = isCurrent ? t(`form.yours.${answer.outcome}`) : t(`form.yours.${answer.outcome}Earlier`);
  return (
    <>
      <Notice kind={isCurrent ? 'success' : 'warning'} title={said}>
        <p>
          {t('answer.version', { version: answer.version })} ·{' '}
          <Moment value={answer.at.toISOString()} locale={open.locale} />
        </p>
        <p>{isCurrent && t('form.again')}</p>
      </Notice>
      {!isCurrent && <ChangesSince read={answer.content} open={open} unfolded />}
    </>
  );
}
