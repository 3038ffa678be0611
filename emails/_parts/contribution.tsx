import { Hr } from '@react-email/components';
import { Action, Address, Aside, Quotation } from './frame';
import { look } from './look';
import type { MailWords } from './words';

/** An editor's own text, before the text from the program. */
export function EditorsNote({ note, words }: { note?: string; words: MailWords }) {
  if (!note) return null;
  return (
    <>
      <Aside>{words('mail.contribution.editorsNote')}</Aside>
      <Quotation>{note}</Quotation>
    </>
  );
}

/** The private link, in mails where it is not the main subject. */
export function PrivateLink({ url, words }: { url: string; words: MailWords }) {
  return (
    <>
      <Hr style={look.rule} className="rule" />
      <Aside>{words('mail.contribution.statusButton')}:</Aside>
      <Address href={url} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </>
  );
}

/** The link to the status page as the mail's one action. */
export function StatusAction({ url, words }: { url: string; words: MailWords }) {
  return (
    <>
      <StatusButton url={url} words={words} />
      <Aside>{words('mail.contribution.link')}</Aside>
    </>
  );
}

export function StatusButton({ url, words }: { url: string; words: MailWords }) {
  return <Action href={url} label={words('mail.contribution.statusButton')} words={words} />;
}
