import { mayBeWrittenIn, openForm } from '@/app/(form)/server/form';
import type { OpenForm } from '@/app/(form)/server/form';
import { contributePaths } from '@/app/(form)/server/paths';
import { localeOf } from '@/app/(site)/frame/locale';
import { listCodedAgreements, readDescriptions } from '@/lib/agreements/cells';
import { referenceNamesIn } from '@/lib/agreements/facts/reference-names';
import { draftFormPaper } from '@/lib/contributions/documents/draft-form';
import { readToday } from '@/lib/contributions/documents/agreements-today';
import { recordWordExport, shapeOfDraft } from '@/lib/contributions/documents/word-exports';
import { originForFiles } from '@/lib/platform/env';
import { pathsIn } from '@/lib/platform/i18n/paths';
import { wordsIn } from '@/lib/platform/i18n/words';
import { codedSets } from '@/lib/questions/answer-places';
import { answerOrWords, wordResponse } from './paper-download';

type Context = { params: Promise<{ locale: string; call: string }> };

/** The draft as a Word form, for the holder of a link to work on it. No cache stores it. */
export async function formDownload(_request: Request, { params }: Context): Promise<Response> {
  const locale = await localeOf(params);
  const { call } = await params;
  return answerOrWords(locale, async () => {
    const open = await openForm(locale, call);
    const paper = open && mayBeWrittenIn(open) ? await formOf(open) : null;
    return paper && wordResponse(paper);
  });
}

async function formOf({ locale, call, draft, parts, dataset }: OpenForm) {
  const exported = await recordWordExport(draft, parts, locale);
  if (!exported.ok) return null;
  const [agreements, descriptions, today] = await Promise.all([
    listCodedAgreements(),
    readDescriptions(),
    readToday(parts),
  ]);
  const site = originForFiles();
  return draftFormPaper({
    ...{ locale, call, parts, agreements, descriptions, today, at: new Date() },
    words: wordsIn(locale),
    questionnaire: draft.questionnaire,
    annex: call.annex.map(({ slug }) => slug),
    sets: codedSets(dataset.sets),
    offersEditorsOnly: call.offersEditorsOnly,
    agreementsAddress: site === null ? null : site + pathsIn(locale).agreements,
    shape: shapeOfDraft(parts),
    names: referenceNamesIn(dataset),
    address: site === null ? null : site + contributePaths(locale, call.slug).start,
    export: { id: exported.id, version: exported.version },
  });
}
