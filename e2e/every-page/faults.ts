import type { Page } from '@playwright/test';

/** The elements that make the page wider than the screen, the innermost first, for the report of a failed test. */
export async function tooWide(page: Page, width: number): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const within = (element: Element): boolean => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement)
        if (getComputedStyle(parent).overflowX !== 'visible') return true;
      return false;
    };
    const wider = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !within(element),
    );
    return [`${scrollWidth} > ${clientWidth}`, ...wider.slice(-4).map((element) => element.outerHTML.slice(0, 160))];
  });
  return found.length > 0 ? [`${page.url()} at ${width}: ${found.join('\n  ')}`] : [];
}

/**
 * Names whose parts a screen reader would read as one word: two texts in elements of one line, with no space between
 * them. The browser itself separates a part that is a block, or laid out as one.
 */
export const joinedNames = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const NAMED = 'label, legend, summary, button, a, h1, h2, h3, h4, th, [role="tab"]';
    const flows = (node: Node, within: Node) => {
      for (let at = node.parentElement; at && at !== within; at = at.parentElement) {
        const { display, position } = getComputedStyle(at);
        if (display !== 'inline' || position === 'absolute') return false;
      }
      return true;
    };
    return [...document.querySelectorAll(NAMED)].flatMap((element) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) texts.push(walker.currentNode as Text); // only texts are shown to it
      return texts.slice(1).flatMap((text, at) => {
        const before = texts[at];
        if (!before || before.parentElement === text.parentElement) return [];
        const joined = `${before.data.slice(-1)}${text.data.slice(0, 1)}`;
        return /^[\p{L}\p{N}.)][\p{L}\p{N}]$/u.test(joined) && flows(before, element) && flows(text, element)
          ? [element.textContent]
          : [];
      });
    });
  });
