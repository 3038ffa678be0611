import { describe } from 'vitest';
import { renderMail } from '@/lib/notifications/rendering';
import { itReadsWell } from '@/emails/_parts/reading';
import { contactErased } from './contact-erased';

describe('contact-erased', () => {
  itReadsWell(renderMail, contactErased, {
    subject: 'BPF-2020-007: your contact details have been erased',
    says: ['BPF-2020-007', '“Call for contributions 2020”', 'last mail'],
  });
});
