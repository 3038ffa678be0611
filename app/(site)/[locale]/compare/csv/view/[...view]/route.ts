import { readComparison } from '@/app/(site)/[locale]/compare/read-comparison';
import { sendViewFile } from '@/app/data/view-file';
import { TAGS } from '@/lib/platform/cache/tags';
import { compareAgreements } from '@/lib/publication/comparison/comparison';
import { compareShape, FEWEST } from '@/lib/publication/comparison/filter-schema';
import { comparisonCsv } from '@/lib/publication/comparison/table';

/** A comparison as a file. */
export const GET = sendViewFile({
  shape: compareShape,
  name: 'comparison.csv',
  read: async (parts) => {
    const read = await readComparison(parts);
    return read && read !== 'too_many' && read.chosen.length >= FEWEST ? read : null;
  },
  tags: () => [TAGS.dataset, TAGS.releases],
  make: ({ chosen, sets }, bom) => comparisonCsv(chosen, compareAgreements(chosen, sets), { bom }),
});
