import { z } from 'zod';
import { BINDING_NATURES } from '@/lib/agreements/facts/binding-nature';
import { SPACES } from '@/lib/agreements/facts/space';
import { agreementSlug, criterionKey } from '@/lib/agreements/schema';
import { pointText } from '@/lib/publication/past/snapshot';
import type { View } from '@/lib/publication/views/address';

/** Agreements on one page of the matrix. */
export const PAGE_LENGTH = 150;

/** How many agreements can be chosen by name: an address holds no more. */
export const MAX_CHOSEN = 30;

/**
 * The filters and orders of the matrix. `by` orders the agreements: by `name`, `year`, `yes` (the number of yes) or
 * their values on a criterion. `along` orders the criteria: by `name`, `yes` or the values of an agreement. `notes` names
 * an agreement or a criterion whose notes are all shown.
 */
export const matrixShape = {
  at: { value: pointText, most: 1 },
  set: { value: criterionKey, most: 1 },
  space: { value: z.enum(SPACES), most: SPACES.length },
  nature: { value: z.enum(BINDING_NATURES), most: BINDING_NATURES.length },
  agreements: { value: agreementSlug, most: MAX_CHOSEN },
  criteria: { value: criterionKey, most: 60 },
  by: { value: criterionKey, most: 1 },
  along: { value: agreementSlug, most: 1 },
  order: { value: z.enum(['reversed']), most: 1 },
  transpose: { value: z.enum(['yes']), most: 1 },
  page: { value: z.string().regex(/^([2-9]|[1-9]\d{1,2})$/), most: 1 },
  notes: { value: agreementSlug.or(criterionKey), most: 1 },
};

export type MatrixView = View<typeof matrixShape>;

/** Orders that belong to no criterion and no agreement. */
export const ROW_ORDERS = ['name', 'year', 'yes'] as const;
export const COLUMN_ORDERS = ['name', 'yes'] as const;
