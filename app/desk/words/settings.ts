import type { MailName } from '@/lib/notifications/mail-wordings';
import type { TextSetting } from '@/lib/platform/settings/settings-history';

/** The sentences for what a form about the site's settings can get wrong. */
export const SETTINGS_FAULTS: Record<string, string> = {
  not_a_sender_name: 'A name only, without an address and without < > " @ , ;',
  not_a_number_of_days: 'A whole number of days, or nothing to keep it.',
  too_few_days: 'At least 30 days.',
  changed_meanwhile: 'Another admin has changed this in the meantime.',
  placeholder_missing: 'A placeholder of the usual wording is missing. Each in braces has to be there.',
  placeholder_unknown: 'Something in braces is not known here, or a brace is not closed.',
};

export const SETTING_LABELS: Record<TextSetting, string> = {
  siteName: 'Name of this site',
  forumName: 'Name of the forum',
  shortName: 'Short name',
  parentName: 'The body it is part of',
  publisher: 'Cited as',
  publisherLink: 'Its web address',
  editorsName: 'The editors’ own changes are signed',
  contact: 'Contact address',
  footer: 'At the foot of every page',
  about: 'About the forum',
  licenceName: 'Licence',
  licenceShort: 'Licence in short',
  licenceLink: 'Address of the licence',
  mailSender: 'Name of the sender',
  signature: 'Signature',
  draftDays: 'Drafts that were never sent',
  contactDays: 'Names and contact details',
  originalDays: 'Files a contribution was filled from',
  fileDays: 'Files that were sent with answers',
  mailDays: 'What mails said',
  noticeDays: 'Notices to editors',
};

export const SETTINGS_DONE: Record<string, string> = {
  saved: 'Stored. Every page says it from now on.',
  back: 'The earlier text is used again, from now on.',
  rules: 'Stored. What is due goes in the coming night.',
  logo: 'The logo is at the head of every page.',
  nologo: 'The logo is removed.',
};

export const MAIL_LABELS: Record<MailName, string> = {
  confirmAddress: 'Request to confirm the address',
  enteredOnBehalf: 'Request to confirm what was entered on behalf',
  earlierContribution: 'Private link of an earlier contribution',
  privateLinks: 'Private links, for those who ask for them',
  closingReminder: 'Reminder before a call closes',
  contributionReceived: 'Confirmation of arrival',
  contributionPublished: 'Notice of publication',
  contributionDeclined: 'Notice of decline',
  contributionUnpublished: 'Notice of taking down',
  contributionRestored: 'Notice of putting back',
  contributionWithdrawn: 'Confirmation of withdrawal',
  colleaguesAnswered: 'Comments and approvals by colleagues',
  contactErased: 'Confirmation of erased contact details',
  changesRequested: 'Request for changes',
  editorNote: 'Message to the contributor',
  decisionsMade: 'Decisions on proposals',
  deskNotices: 'Notices to an editor',
  accountAdded: 'Welcome to a new editor',
  newSignIn: 'Notice of a new sign-in',
  signIn: 'Sign-in link',
  confirmIdentity: 'Question whether an account at a sign-in provider is the editor’s',
};
