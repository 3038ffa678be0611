'use client';

import { SubmitButton } from '@/app/ui/action-form';
import { Fieldset } from '@/app/ui/fieldset';
import { TextArea } from '@/app/ui/text-area';
import { TextInput } from '@/app/ui/text-input';
import type { Typed } from '@/app/ui/action-state';
import { DeskForm } from '@/app/desk/parts/desk-form';
import { faultInWords } from '@/app/desk/parts/failure-notice';
import { SETTING_LABELS, SETTINGS_FAULTS } from '@/app/desk/words/settings';
import { save } from './actions';
import { versionAfter } from './version-after';

type FieldOf = (name: string) => { id: string; name: string; defaultValue?: string; error?: string };

type SettingsFormProps = { version: number; stored: Typed };

export function SettingsForm({ version, stored }: SettingsFormProps) {
  return (
    <DeskForm
      action={save}
      done="Stored."
      inWords={(code) => SETTINGS_FAULTS[code] ?? faultInWords(code)}
      className="max-w-[46rem] space-y-10"
      buttons={<SubmitButton>Store the settings</SubmitButton>}
    >
      {({ field, fault, failure }) => {
        const of: FieldOf = (name) => field(name, stored[name] ?? '');
        // Said by the summary's own sentence.
        fault('version');
        return (
          <>
            <input type="hidden" name="version" value={versionAfter(failure) ?? version} />
            <NameFields of={of} />
            <TextFields of={of} />
            <MailFields of={of} />
          </>
        );
      }}
    </DeskForm>
  );
}

const NameFields = ({ of }: { of: FieldOf }) => (
  <Fieldset id="names" legend="Names" size="heading">
    <div className="space-y-5">
      <TextInput {...of('siteName')} label={SETTING_LABELS.siteName} hint="At the head of every page and mail." />
      <TextInput {...of('forumName')} label={SETTING_LABELS.forumName} />
      <TextInput
        {...of('shortName')}
        label={SETTING_LABELS.shortName}
        hint="In small letters, the names of files and the keys of citations begin with it."
        width="short"
      />
      <TextInput {...of('parentName')} label={SETTING_LABELS.parentName} />
      <TextInput
        {...of('publisher')}
        label={SETTING_LABELS.publisher}
        hint="The publisher of the dataset in citations and files."
      />
      <TextInput {...of('publisherLink')} label={SETTING_LABELS.publisherLink} inputMode="url" />
      <TextInput {...of('editorsName')} label={SETTING_LABELS.editorsName} />
    </div>
  </Fieldset>
);

const TextFields = ({ of }: { of: FieldOf }) => (
  <Fieldset id="texts" legend="Texts for readers" size="heading">
    <div className="space-y-5">
      <TextInput {...of('contact')} type="email" label={SETTING_LABELS.contact} hint="At the foot of every page." />
      <TextArea {...of('footer')} label={SETTING_LABELS.footer} hint="Markdown." rows={3} />
      <TextArea {...of('about')} label={SETTING_LABELS.about} hint="Markdown, on the page “About”." rows={8} />
      <TextInput {...of('licenceName')} label={SETTING_LABELS.licenceName} />
      <TextInput {...of('licenceShort')} label={SETTING_LABELS.licenceShort} width="short" />
      <TextInput {...of('licenceLink')} label={SETTING_LABELS.licenceLink} inputMode="url" />
    </div>
  </Fieldset>
);

const MailFields = ({ of }: { of: FieldOf }) => (
  <Fieldset id="mail" legend="All mails" size="heading">
    <div className="space-y-5">
      <TextInput
        {...of('mailSender')}
        label={SETTING_LABELS.mailSender}
        mark="optional"
        hint="Beside the address that the operator has set. Without one: as the operator has set it."
      />
      <TextArea
        {...of('signature')}
        label={SETTING_LABELS.signature}
        mark="optional"
        hint="Below each mail."
        rows={3}
      />
    </div>
  </Fieldset>
);
