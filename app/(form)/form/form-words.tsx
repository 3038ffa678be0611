import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';

/** The words that the form's script needs; the server renders all others. */
export async function FormWords({ children }: { children: ReactNode }) {
  const messages = await getMessages();
  const { abuse, attachments, contribute, contributions, entered, errors, common, facts, finding, questions } =
    messages;
  const { challenges, intake, progress, returning, sharing, signoff } = messages;
  const { share, purposes, comments } = sharing;
  const { anonymous, unnamed, groups, page } = contributions;
  const {
    choose,
    earlier,
    start: { audience },
  } = contribute;
  return (
    <NextIntlClientProvider
      messages={{
        abuse,
        attachments: { form: attachments.form },
        contribute: { form: contribute.form, choose, earlier, start: { audience } },
        contributions: { anonymous, unnamed, groups, page },
        entered: { form: entered.form },
        errors,
        challenges: { form: challenges.form },
        common: { values: common.values },
        facts,
        finding,
        intake: { confirm: intake.confirm },
        progress: { states: progress.states, fold: progress.fold },
        questions,
        returning: { send: returning.send, remind: returning.remind, own: returning.own },
        sharing: { share, purposes, comments },
        signoff: { form: signoff.form, mails: signoff.mails, withdraw: signoff.withdraw },
      }}
    >
      {children}
    </NextIntlClientProvider>
  );
}
