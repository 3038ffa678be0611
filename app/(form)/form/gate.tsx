'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '@/app/ui/notice';
import type { ProofChallenge } from '@/lib/platform/rate-limit/check-abuse';
import { useHydrated } from './use-hydrated';
import { proofOf } from './solve';

/**
 * The form's protection against abuse: a field that people leave empty, and proof of work where the server asked for
 * it. The browser calculates and sends the form again by itself; without a script, it is sent again after a short wait.
 */
export function Gate({ demand }: { demand: ProofChallenge | null }) {
  const t = useTranslations('abuse.gate');
  return (
    <>
      <div aria-hidden="true" className="sr-only">
        <label>
          {t('trap')}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" defaultValue="" />
        </label>
      </div>
      {demand && <Proof key={demand.challenge.parameters.nonce} demand={demand} />}
    </>
  );
}

type Work = { proof: string; isImpossible: boolean };

function Proof({ demand }: { demand: ProofChallenge }) {
  const t = useTranslations('abuse.gate');
  const hydrated = useHydrated();
  const field = useRef<HTMLInputElement>(null);
  const [{ proof, isImpossible }, setWork] = useState<Work>({ proof: '', isImpossible: false });
  useEffect(() => {
    const controller = new AbortController();
    void proofOf(demand.challenge, controller)
      .catch(() => null)
      .then((found) => {
        if (!controller.signal.aborted) setWork({ proof: found ?? '', isImpossible: found === null });
      });
    return () => controller.abort();
  }, [demand]);
  useEffect(() => {
    if (proof !== '') field.current?.form?.requestSubmit();
  }, [proof]);
  const waits = !hydrated || isImpossible;
  return (
    <>
      <input ref={field} type="hidden" name="altcha" value={proof} readOnly />
      <input type="hidden" name="waited" value={demand.waited} readOnly />
      <Notice
        kind="info"
        role="status"
        title={waits ? t('waitTitle', { seconds: demand.seconds }) : t('calculatingTitle')}
      >
        <p>
          {t(`why.${demand.why}`)} {waits ? t('wait', { seconds: demand.seconds }) : t('calculating')}
        </p>
      </Notice>
    </>
  );
}
