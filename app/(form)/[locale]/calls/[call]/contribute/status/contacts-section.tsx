import { getTranslations } from 'next-intl/server';
import { Section } from '@/app/ui/section';
import { ConfirmForm } from '@/app/(form)/sent/confirm-form';
import { chooseContacts } from '@/app/(form)/server/after-actions';
import type { CallTarget } from '@/app/(form)/server/after-actions';
import { contactsInSent } from '@/lib/contributions/sent';
import type { SentContribution } from '@/lib/contributions/sent';

/** Says whether readers see the contact details in the texts, and lets the author change that. */
export async function ContactsSection({ id, sent, place }: { id: string; sent: SentContribution; place: CallTarget }) {
  const found = contactsInSent(sent);
  // What is not published shows nothing to readers.
  if (found.length === 0 || sent.editorsOnly) return null;
  const t = await getTranslations('status.contacts');
  const { showsContacts, contactsHiddenAt } = sent;
  return (
    <Section id="contacts" title={t('title')}>
      <div className="max-w-measure space-y-4">
        <ul className="list-disc ps-5">
          {found.map((text) => (
            <li key={text} className="wrap-anywhere">
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
        <p>{t(contactsHiddenAt ? 'hiddenByEditors' : showsContacts ? 'shown' : 'hidden')}</p>
        {!contactsHiddenAt && (
          <ConfirmForm
            action={chooseContacts.bind(null, place)}
            contribution={id}
            button={t(showsContacts ? 'hide' : 'show')}
            failed={t('failed')}
            variant="secondary"
          >
            <input type="hidden" name="shown" value={showsContacts ? 'no' : 'yes'} />
          </ConfirmForm>
        )}
      </div>
    </Section>
  );
}
