import NextLink from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link that replaces the page without loading the document anew, as next/link does, and asks for the next page only
 * when it is followed. Next's own asks for every page whose link is seen: 32 more requests for the queue, and no page
 * of the desk is kept long enough to be of use.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  return <NextLink {...props} prefetch={false} />;
}
