import { withApi } from '@/app/server/api';
import { sendPublished } from '@/app/server/published-body';
import { readParameters } from '@/app/api/v1/parameters';
import { parameters, words } from './parameters';
import { failure } from '@/lib/platform/errors';
import { viewAddress } from '@/lib/publication/views/address';
import type { View, ViewShape } from '@/lib/publication/views/address';

type ViewFile<Shape extends ViewShape, Read extends { view: View<Shape> }> = {
  shape: Shape;
  /** `matrix.csv`; its end decides its type, and whether browsers save or show it. */
  name: `${string}.csv` | `${string}.json`;
  /** Reads the parts of the address after `view`; null: not found. */
  read: (parts?: readonly string[]) => Promise<Read | null>;
  tags: (read: Read) => string[];
  /** `bom`: for Excel. */
  make: (read: Read, bom: boolean) => string;
};

const HEADERS = {
  csv: { type: 'text/csv; charset=utf-8; header=present', disposition: 'attachment' },
  json: { type: 'application/json', disposition: 'inline' },
};

/** The route of a page's view as a file, with all its pages. Fails with `not_found`. */
export const sendViewFile = <Shape extends ViewShape, Read extends { view: View<Shape> }>({
  shape,
  name,
  read,
  tags,
  make,
}: ViewFile<Shape, Read>) =>
  withApi<{ locale: string; view?: string[] }>(async (request, { view: parts }) => {
    const asked = readParameters(request, parameters, words);
    if (!asked.ok) return asked.response;
    const found = await read(parts);
    if (!found) return failure('not_found');
    const bom = asked.parameters.bom === '1';
    const { type, disposition } = HEADERS[name.endsWith('.csv') ? 'csv' : 'json'];
    return sendPublished(request, {
      key: `${viewAddress(name, shape, found.view)}${bom ? ':bom' : ''}`,
      tags: tags(found),
      type,
      headers: { 'Content-Disposition': `${disposition}; filename="${name}"` },
      make: async () => make(found, bom),
    });
  });
