import { z } from 'zod';

/**
 * Every view of a public page has an address of its own: `/en/agreements/view/space/united-nations/sort/year`. It is a
 * path and not a query, so that each view is a static page like any other: rendered once, cached until its content
 * changes, answered with 304.
 */

/**
 * The filters and orders of a page, in the order of its addresses: per name the schema of one value, and how many
 * values there may be.
 */
export type ViewShape = Readonly<Record<string, { value: z.ZodType<string>; most: number }>>;
export type View<Shape extends ViewShape> = { [Name in keyof Shape]?: string[] };

const SEPARATOR = ',';

/**
 * The address of a view below `base`, the page's own; names in the order of the shape, values in the given order. An
 * empty view has the page's own address.
 */
export function viewAddress<Shape extends ViewShape>(base: string, shape: Shape, view: View<Shape>): string {
  const parts = Object.keys(shape).flatMap((name) => {
    const values = view[name] ?? [];
    return values.length === 0 ? [] : [name, values.map(encodeURIComponent).join(SEPARATOR)];
  });
  return parts.length === 0 ? base : [base, 'view', ...parts].join('/');
}

/** The view of the parts of an address after `view`; null if they name what the page does not have. */
export function readView<Shape extends ViewShape>(parts: readonly string[], shape: Shape): View<Shape> | null {
  if (parts.length % 2 === 1) return null;
  const view: View<Shape> = {};
  for (let at = 0; at < parts.length; at += 2) {
    const [name = '', values] = [parts[at], decoded(parts[at + 1] ?? '')?.split(SEPARATOR)];
    if (!values || !Object.hasOwn(shape, name) || view[name] !== undefined) return null;
    const read = readValues(values, shape, name);
    if (!read || read.length !== values.length) return null;
    view[name as keyof Shape] = read; // one of the shape's own names, as just checked
  }
  return view;
}

/** The view of a posted form. Empty fields and fields that the page does not have are ignored. */
export function viewOfQuery<Shape extends ViewShape>(query: URLSearchParams, shape: Shape): View<Shape> {
  const view: View<Shape> = {};
  for (const name of Object.keys(shape)) {
    // A single value may contain the separator of several values, for example a search text: its schema turns it into
    // what an address can hold.
    const single = shape[name]?.most === 1;
    const sent = query
      .getAll(name)
      .flatMap((value) => (single ? [value] : value.split(SEPARATOR)))
      .filter((value) => value.trim() !== '');
    const values = readValues(sent, shape, name) ?? [];
    if (values.length > 0) view[name as keyof Shape] = values; // one of the shape's own names
  }
  return view;
}

/** The values that fit the shape, each once; null if there are too many. */
function readValues(values: readonly string[], shape: ViewShape, name: string): string[] | null {
  const wanted = shape[name];
  const read = [...new Set(values.flatMap((value) => wanted?.value.safeParse(value).data ?? []))];
  return wanted && read.length <= wanted.most ? read : null;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
