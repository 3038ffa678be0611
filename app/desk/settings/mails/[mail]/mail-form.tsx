'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { TextArea } from '@/app/ui/text-area';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { saveMail } from '@/app/desk/settings/actions';
import type { MailAnswer } from '@/app/desk/settings/actions';
import { mailPartLabel } from '@/app/desk/words/mail-parts';
import { SETTINGS_FAULTS } from '@/app/desk/words/settings';
import type { MailName, MailText } from '@/lib/notifications/mail-wordings';

/** The words of one mail, with a sample of it before they are stored. */
export function MailForm({ name, texts }: { name: MailName; texts: readonly MailText[] }) {
  return (
    <DeskForm<MailAnswer>
      action={saveMail}
      fields={{ name }}
      done={({ sample }) => sample && <Sample {...sample} />}
      inWords={(code) => SETTINGS_FAULTS[code] ?? faultInWords(code)}
      className="max-w-[46rem] space-y-8"
      buttons={
        <>
          <SubmitButton>Store the words</SubmitButton>
          <SubmitButton name="intent" value="preview" variant="secondary">
            Preview
          </SubmitButton>
          {texts.some(({ own }) => own !== '') && (
            <SubmitButton name="intent" value="reset" variant="secondary">
              Use the usual words again
            </SubmitButton>
          )}
        </>
      }
    >
      {({ field }) =>
        texts.map(({ key, usual, own }) => (
          <TextArea
            key={key}
            {...field(key, own)}
            label={mailPartLabel(key) ?? key}
            hint={<span className="block border-s-2 border-rule ps-3">{usual}</span>}
            rows={usual.length > 120 ? 4 : 1}
          />
        ))
      }
    </DeskForm>
  );
}

function Sample({ subject, text }: { subject: string; text: string }) {
  return (
    <section aria-label="Preview" className="border-s-2 border-accent ps-4">
      <p className="font-semibold">{subject}</p>
      <pre className="mt-2 font-sans text-sm whitespace-pre-wrap">{text}</pre>
    </section>
  );
}
