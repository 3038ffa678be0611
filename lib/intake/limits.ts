const MB = 1024 * 1024;

/** A mail with its attachments may be as large as most servers let through. */
export const MAX_FILE_BYTES = 40 * MB;

/** All XML that is read of a document. The text of five hundred pages takes less; in memory it becomes ten times as much. */
export const MAX_TEXT_BYTES = 16 * MB;

/** Deeper than tables in tables in text boxes lie; what is deeper was made to harm. */
export const MAX_DEPTH = 200;
