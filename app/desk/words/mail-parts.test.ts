import { expect, it } from 'vitest';
import { MAIL_NAMES, mailTexts } from '@/lib/notifications/mail-wordings';
import { mailPartLabel } from './mail-parts';

it('names every text of every mail, and no two of a mail alike', () => {
  for (const mail of MAIL_NAMES) {
    const keys = mailTexts(mail).map(({ key }) => key);
    const labels = keys.map((key) => mailPartLabel(key));
    expect(
      keys.filter((key) => mailPartLabel(key) === undefined),
      mail,
    ).toEqual([]);
    expect(new Set(labels).size, mail).toBe(labels.length);
  }
});
