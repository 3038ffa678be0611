import type { Locale } from '@/lib/platform/i18n/routing';
import { wordsIn } from '@/lib/platform/i18n/words';
import type { ReportContent } from '@/lib/publication/reports/content';
import { isPublished } from '@/lib/publication/reports/setting';
import { checkSynthesis } from './check';
import type { SynthesisCheck } from './check';
import { reportCounts } from './counts';
import type { Synthesis } from './schema';

type Checked = { content: ReportContent; synthesis: Synthesis; locale: Locale };

/** The check of a text against what the report of a call would hold now. */
export function checkReport({ content, synthesis, locale }: Checked): SynthesisCheck {
  return checkSynthesis(synthesis, {
    references: new Set(content.contributions.map(({ reference }) => reference)),
    published: content.contributions.filter(isPublished).map(({ reference }) => reference),
    counts: new Set(reportCounts({ content, words: wordsIn(locale), locale }).map(({ name }) => name)),
  });
}
