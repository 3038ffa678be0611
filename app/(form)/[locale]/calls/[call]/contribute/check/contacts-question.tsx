import { useTranslations } from 'next-intl';
import { Checkbox } from '@/app/ui/checkbox';
import { Notice } from '@/app/ui/notice';

/**
 * E-mail addresses and telephone numbers in the texts to be published, and the author's choice when it was last sent.
 */
export type ContactsInTexts = { found: string[]; shown: boolean };

/** Asks whether readers may see contact details in the texts; they are hidden unless the box is ticked. */
export function ContactsQuestion({
  contacts: { found, shown },
  shown: ticked = shown,
}: {
  contacts: ContactsInTexts;
  shown?: boolean;
}) {
  const t = useTranslations('contribute.form.submit.contacts');
  if (found.length === 0) return null;
  return (
    <div id="contact-details">
      <Notice kind="info" title={t('title', { count: found.length })}>
        <ul className="my-2 list-disc ps-5">
          {found.map((text) => (
            <li key={text} className="wrap-anywhere">
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
        <p className="mb-2">{t('body')}</p>
        <Checkbox
          id="showContacts"
          name="showContacts"
          label={t('show')}
          hint={t('showHint')}
          defaultChecked={ticked}
        />
      </Notice>
    </div>
  );
}
