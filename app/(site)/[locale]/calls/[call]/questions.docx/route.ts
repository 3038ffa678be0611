import { call as readCall, criterionSets } from '@/app/server/published';
import { sendPublished } from '@/app/server/published-body';
import { withApi } from '@/app/server/api';
import { localeOf } from '@/app/(site)/frame/locale';
import { listCodedAgreements, readDescriptions } from '@/lib/agreements/cells';
import { audienceOf, wordedFor } from '@/lib/calls/audiences';
import { blankCallPaper } from '@/lib/contributions/documents/blank-call';
import { WORD_TYPE, wordFile } from '@/lib/contributions/documents/word/file';
import { wordsIn } from '@/lib/platform/i18n/words';
import { originForFiles } from '@/lib/platform/env';
import { filePrefix } from '@/lib/platform/settings/current-settings';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { readPublicCall } from '@/lib/publication/calls';
import { TAGS } from '@/lib/platform/cache/tags';

type Params = { locale: string; call: string };

/** A call's questions with room for the answers, as a Word file. Public, and kept like every other download. */
export const GET = withApi<Params>(async (request, params) => {
  const locale = await localeOf(Promise.resolve(params));
  const paths = pathsIn(locale);
  // An unknown audience is the wording for all, so that old links go on working and no unknown name is kept in memory.
  const named = new URL(request.url).searchParams.get('audience');
  const known = named === null ? null : await readCall(params.call, locale);
  const audience = (known && audienceOf(known.questionnaire.content, named)?.key) ?? null;
  return sendPublished(request, {
    key: `questions:${locale}:${params.call}:${audience ?? ''}`,
    tags: [TAGS.calls, TAGS.dataset],
    type: WORD_TYPE,
    headers: {
      'Content-Disposition': `attachment; filename="${filePrefix()}-call-${encodeURIComponent(params.call)}.docx"`,
    },
    make: async () => {
      const [call, sets, agreements, descriptions] = await Promise.all([
        readPublicCall(params.call, locale),
        criterionSets(),
        listCodedAgreements(),
        readDescriptions(),
      ]);
      if (!call) return null;
      const site = originForFiles();
      const addresses =
        site === null ? null : { form: site + paths.contribute(call.slug), agreements: site + paths.agreements };
      const { version, content } = call.questionnaire;
      const questionnaire = { version, content: wordedFor(content, audience) };
      return wordFile(
        blankCallPaper({
          ...{ locale, agreements, sets, descriptions, addresses, words: wordsIn(locale) },
          call: { ...call, questionnaire },
        }),
      );
    },
  });
});
