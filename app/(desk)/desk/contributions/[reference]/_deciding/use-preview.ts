'use client';

import { useState, useTransition } from 'react';
import type { RefObject } from 'react';
import { UNSENT } from '@/app/_server/action-state';
import { previewDecisions } from '@/app/(desk)/desk/contributions/[reference]/actions';
import { readDecisions } from './decision-form-data';
import type { Shown } from './preview-panel';

/** A dry run of what is chosen; where nothing is, of accepting all that have no choice. */
export function usePreview(form: RefObject<HTMLFormElement | null>) {
  const [shown, setShown] = useState<Shown | null>(null);
  const [pending, start] = useTransition();
  const show = (intent: 'chosen' | 'ready') =>
    start(async () => {
      if (!form.current) return;
      const data = new FormData(form.current);
      data.set('intent', intent);
      const found = await dryRun(data, intent);
      start(() => setShown(found));
    });
  const close = () => setShown(null);
  return { shown, pending, show, close };
}

async function dryRun(data: FormData, intent: Shown['intent']): Promise<Shown> {
  try {
    const { result, typed } = await previewDecisions(UNSENT, data);
    if (result?.ok) return { intent, preview: result };
    return {
      intent,
      failure: result ?? { ok: false, reason: 'unexpected' },
      decisions: readDecisions(typed).decisions,
    };
  } catch {
    return { intent, failure: { ok: false, reason: 'unavailable' }, decisions: [] };
  }
}
