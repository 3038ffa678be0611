/** What a person chooses for a text besides a place, which is chosen by its tag. */
export const ASIDE = 'aside';
export const ABOVE = 'above';
/** The field that leaves every text aside for which nothing was chosen. */
export const REST_FIELD = 'rest';

/** How the form names the choice for an answer: `answer.12`. */
export const answerField = (at: number) => `answer.${at}`;

/** How the form names the choice for a picture: the key of a question, or `ASIDE`. */
export const pictureField = (at: number) => `picture.${at}`;
