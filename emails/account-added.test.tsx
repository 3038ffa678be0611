import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { accountAdded } from './account-added';

describe('account-added', () => {
  itReadsWell(renderMail, accountAdded, {
    subject: 'You can now sign in to bpf.example.org',
    says: ['https://bpf.example.org/sign-in', 'An admin has added you as an editor', 'There is no password'],
  });

  const provider = 'Example login';
  itReadsWell(
    renderMail,
    { ...accountAdded, previewProps: { ...accountAdded.previewProps, provider } },
    {
      subject: 'You can now sign in to bpf.example.org',
      says: ['Sign in with your account at Example login, which must have this e-mail address'],
    },
  );
});
