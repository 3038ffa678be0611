'use client';

import { type Failure, FailureWords } from '@/app/_components/failure-words';

export default function DeskError(failure: Failure) {
  return <FailureWords {...failure} />;
}
