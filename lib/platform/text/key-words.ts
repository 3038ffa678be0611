/** The words of a key, such as “supporters states 2019-11”: its hyphens are spaces, but those within a date stay. */
export const keyWords = (key: string): string => key.replace(/-(?!\d{2}(-|$))/g, ' ');
