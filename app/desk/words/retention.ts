import type { RetentionRule } from '@/lib/platform/settings/settings-schema';

/** What each rule removes, and from when the days count. */
export const RETENTION_HINTS: Record<RetentionRule, string> = {
  draftDays: 'Days since anybody typed, commented or made a link. The text and what was typed about its author go.',
  contactDays:
    'Days since the contribution was published, declined, taken down or withdrawn, without a message or an open proposal since. Name and address go, and with them its files and its colleagues’ comments. What is public stays.',
  originalDays: 'Days since the Word file or mail was received.',
  fileDays: 'Days since the contribution was published, declined, taken down or withdrawn.',
  mailDays: 'Days since a mail was sent or cancelled. That it was sent, to which contribution and when stays.',
  noticeDays: 'Days since the notice.',
};

/** A kind in the results of a night or a trial, with its number. */
export const RETENTION_COUNTS: Record<RetentionRule, (count: number) => string> = {
  draftDays: (count) => (count === 1 ? '1 draft' : `${count} drafts`),
  contactDays: (count) =>
    count === 1 ? 'the contact details of 1 contribution' : `the contact details of ${count} contributions`,
  originalDays: (count) => (count === 1 ? '1 received file' : `${count} received files`),
  fileDays: (count) => (count === 1 ? 'the files of 1 contribution' : `the files of ${count} contributions`),
  mailDays: (count) => (count === 1 ? 'the words of 1 mail' : `the words of ${count} mails`),
  noticeDays: (count) => (count === 1 ? '1 notice' : `${count} notices`),
};
