'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page's script runs: what needs it is shown only then. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
