import { findView } from '@/app/(site)/frame/find-view';
import { sourceViewShape } from '@/lib/publication/sources';

export const GET = findView<{ locale: string; key: string }>(
  (paths, { key }) => paths.source(encodeURIComponent(key)),
  sourceViewShape,
);
