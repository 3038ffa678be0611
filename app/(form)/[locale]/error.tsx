'use client';

import { type Failure, FailureWords } from '@/app/ui/failure-words';

export default function LocaleError(failure: Failure) {
  return <FailureWords {...failure} />;
}
