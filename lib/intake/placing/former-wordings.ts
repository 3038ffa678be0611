/**
 * What forms printed that were given out before their wording was changed: they come back for years. If you change a
 * sentence of the form, add the old one here; `{…}` stands for what differed from file to file. Language by language.
 */
export const FORMER_WORDINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'You can answer in this file, offline: in Word, LibreOffice or Google Docs, and agree on it in your organisation. The site does not take the file back yet: copy your answers into the web form at {address}, where each has a field of its own. There a draft can also be shared with colleagues. Nothing needs an account.',
    'You can answer in this file, offline: in Word, LibreOffice or Google Docs, and agree on it in your organisation. The site does not take the file back yet: copy your answers into the web form of the site where you found it, where each has a field of its own. Nothing needs an account.',
    'Your draft with what is written in it so far. Fill in what is missing, offline, in Word, LibreOffice or Google Docs. The site does not take the file back yet: copy what is new into the draft at {address}. Nothing is sent before you send it there.',
    'Your draft with what is written in it so far. Fill in what is missing, offline, in Word, LibreOffice or Google Docs. The site does not take the file back yet: copy what is new into the draft where you work on it. Nothing is sent before you send it there.',
    'Please leave the codes, such as Q3, where they are: the web form has the same questions in the same order. Leave empty what you have no answer to. For more rows or more tables than there are, write below the last one, or add them on the site.',
    'Please leave the codes, such as Q3, where they are: by them each answer is found again. Leave empty what you have no answer to. For more rows or more tables than there are, write below the last one, and choose their places when you send the file back, or add them on the site.',
    'Updates: one row for each point that should read differently. You find the current values at {address}.',
    'Updates: one row for each point that should read differently.',
    'For each point: yes, no, indirect or unclear. Leave it empty where you can’t tell. The advice on what to look for is this site’s.',
    'Their codes or names, with commas between: the list is at the end of this file.',
    'Words are enough: write them in the box below ({room}). Whoever wants to be exact finds tables behind “About you”: one to update agreements of the dataset, and one for a new agreement. Their lines can be left empty.',
    'Nobody is expected to fill in all of these.',
    'How should your contribution be signed in public?',
    'How it is signed, and your consent',
    'Two things are needed before anything is published, both under “About you”: how it is signed (Y / 3) and your consent (Z / 1).',
    'For the editors only',
    '– As the organisation. The affiliation you entered above, without your name.',
    '– With my name. Your name; your affiliation beside it if you tick it below.',
    '– Anonymously. No name, affiliation or country is shown, even if it is ticked below. Only you can undo this.',
    'Consent',
    'What you agree to when it is sent',
    'Value',
  ],
};

/** What forms once showed where nothing had been written. */
export const FORMER_PLACEHOLDERS: readonly string[] = ['[Write codes]'];

/** What rows of the form were called before, by what they are called now. */
export const FORMER_LABELS: Readonly<Record<string, readonly string[]>> = {
  'How should it be published?': ['How should your contribution be signed in public?'],
};
