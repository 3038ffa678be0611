import { findView } from '@/app/(site)/frame/find-view';
import { participationViewShape } from '@/lib/publication/participants/view';

export const GET = findView<{ locale: string; slug: string }>(
  (paths, { slug }) => paths.agreementParticipants(encodeURIComponent(slug)),
  participationViewShape,
);
