/**
 * JSON that can stand inside a script element whatever people wrote into it: no `<` that could end the element or begin a comment, and
 * no line separator that is none in older scripts. As JSON it means the same.
 */
export function jsonInScript(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
