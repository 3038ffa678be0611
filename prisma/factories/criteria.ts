import { ELEMENT_CRITERIA, NORM_CRITERIA } from '@/lib/agreements/constants';

/** Every criterion the dataset begins with. */
export const ALL_CRITERIA: readonly string[] = [...ELEMENT_CRITERIA, ...NORM_CRITERIA];
