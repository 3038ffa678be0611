import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { KeepWords } from './keep-words';

/**
 * The result of a page for an unknown address: the words in the HTML, and status 404. Outside a Suspense boundary,
 * `notFound()` would send an empty body that only JavaScript fills. Inside one, a static render keeps the surrounding
 * HTML and the status.
 */
export function MissingPage({ words }: { words: ReactNode }) {
  return (
    <KeepWords words={words}>
      <Suspense fallback={words}>
        <NotFoundStatus />
      </Suspense>
    </KeepWords>
  );
}

function NotFoundStatus(): never {
  notFound();
}
