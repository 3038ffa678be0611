import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { KeepWords } from './keep-words';

/**
 * What a page returns when there is nothing at its address: the words in the HTML, and status 404.
 * Calling `notFound()` outside a Suspense boundary would send an empty body that only JavaScript fills.
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
