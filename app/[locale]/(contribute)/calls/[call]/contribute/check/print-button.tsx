'use client';

import { Button } from '@/app/_components/button';
import { useHydrated } from '@/app/[locale]/(contribute)/_form/use-hydrated';

/** Every browser can print without it; with a script one need not know how. */
export function PrintButton({ label }: { label: string }) {
  if (!useHydrated()) return null;
  return (
    <Button variant="secondary" className="no-print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
