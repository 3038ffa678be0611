import { findView } from '@/app/(site)/frame/find-view';
import { ANALYSIS_VIEW } from '@/lib/publication/analysis/selection';

type Params = { locale: string; set: string };

export const GET = findView<Params>((paths, { set }) => paths.analysisOf(encodeURIComponent(set)), ANALYSIS_VIEW);
