'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** Whether the page's script is running: controls that need it appear only then. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
