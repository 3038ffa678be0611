const MB = 1024 * 1024;

/** A scanned letter or an annual report fits; a film does not. It is held in memory once while it is looked at. */
export const MAX_BYTES_PER_FILE = 5 * MB;

/**
 * The size of all files of a draft. They are stored in the database, so that a backup is one thing, and must not
 * outgrow it.
 */
export const MAX_BYTES = 20 * MB;
export const MAX_FILES = 10;

/**
 * Including files that were removed but belong to an earlier revision: three full sets, for as many rounds of
 * corrections.
 */
export const MAX_BYTES_KEPT = 3 * MAX_BYTES;

/** Longer names are cut before their extension: file systems end at 255 bytes, and a letter can take four. */
export const MAX_NAME_LENGTH = 60;

/**
 * The maximum unpacked size of an office document by its own account. Real ones stay far below: even long documents
 * hold a few hundred parts, and XML packs to a tenth or twentieth. The ratio is not checked for a small file, because a
 * near-empty one packs well.
 */
export const ARCHIVE_LIMITS = { entries: 2_000, bytes: 100 * MB, ratio: 100, ratioFrom: 10 * MB } as const;

/**
 * The maximum number of pixels of an image, all its frames together: the largest that phones make. A pixel takes four
 * bytes in memory.
 */
export const MAX_PIXELS = 50_000_000;

/** How much of a document's XML is looked at for what acts by itself; the text of a thousand pages takes less. */
export const MAX_XML_BYTES = 40 * MB;

/**
 * The accepted file types, recognised by content, each with its extensions. The older .doc is not among them: its first
 * bytes do not distinguish it from a spreadsheet or an installer, and do not show whether it holds macros.
 */
export const FILE_KINDS = [
  { mediaType: 'application/pdf', label: 'PDF', extensions: ['pdf'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word',
    extensions: ['docx'],
  },
  { mediaType: 'application/vnd.oasis.opendocument.text', label: 'OpenDocument', extensions: ['odt'] },
  { mediaType: 'image/png', label: 'PNG', extensions: ['png'] },
  { mediaType: 'image/jpeg', label: 'JPEG', extensions: ['jpg', 'jpeg'] },
  { mediaType: 'image/webp', label: 'WebP', extensions: ['webp'] },
  { mediaType: 'image/gif', label: 'GIF', extensions: ['gif'] },
] as const;

export type MediaType = (typeof FILE_KINDS)[number]['mediaType'];
export const DOCX: MediaType = FILE_KINDS[1].mediaType;
export const ODT: MediaType = FILE_KINDS[2].mediaType;

/** For the file chooser of a browser. */
export const ACCEPTED_EXTENSIONS = FILE_KINDS.flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
).join(',');

/** What went wrong with a file, of all the reasons there are: what the page of a step can be told in its address. */
export const FILE_PROBLEMS = [
  'file_needed',
  'one_file_only',
  'file_type_refused',
  'file_not_what_it_says',
  'file_too_large',
  'file_suspicious',
  'file_infected',
  'image_too_large',
  'too_many_files',
  'files_not_accepted',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];
