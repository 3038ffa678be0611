import { cache } from 'react';
import { readReferenceNames } from '@/lib/agreements/cells';

/** What values refer to is called, as it is now: for desk and form, whose pages show many cells and read it once. */
export const referenceNames = cache(() => readReferenceNames());
