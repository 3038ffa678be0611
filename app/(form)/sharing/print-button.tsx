'use client';

import { Button } from '@/app/ui/button';
import { useHydrated } from '@/app/(form)/form/use-hydrated';

/** Prints with a script; without one, says how to print. */
export function PrintButton({ label, hint }: { label: string; hint: string }) {
  if (!useHydrated()) return <p className="text-muted">{hint}</p>;
  return <Button onClick={() => window.print()}>{label}</Button>;
}
