'use client';

import type { ComponentProps } from 'react';
import { Button } from '@/app/ui/button';
import { forgetDraft } from './local-drafts';

/** Takes a draft's link out of this browser, and with it whatever unsaved text of it the browser holds. */
export function ForgetButton({ draftId, ...rest }: ComponentProps<typeof Button> & { draftId: string }) {
  return <Button type="submit" variant="quiet" onClick={() => forgetDraft(draftId)} {...rest} />;
}
