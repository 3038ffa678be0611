'use client';

import type { ComponentProps } from 'react';
import { Button } from '@/app/ui/button';
import { forgetDraft } from './local-drafts';

/** Removes a draft's link from this browser, together with the unsaved text stored here. */
export function ForgetButton({ draftId, ...rest }: ComponentProps<typeof Button> & { draftId: string }) {
  return <Button type="submit" variant="quiet" onClick={() => forgetDraft(draftId)} {...rest} />;
}
