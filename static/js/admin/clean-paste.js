// What is pasted from Word, Google Docs and web pages. The content security policy keeps styles from it, which
// is where they tell what is bold: so that is read before, and written as elements that the editor knows.

import { Extension, Plugin } from "django-prose-editor/editor";

const STYLES = /<style[\s\S]*?<\/style>/gi;
const TAG = /<[a-z][^>]*>/gi;
const NOT_BOLD = /(?<!-)font-weight:\s*(?:normal|[1-5]00)/i;
const MARKS = { strong: /(?<!-)font-weight:\s*(?:bold|[6-9]00)/i, em: /(?<!-)font-style:\s*italic/i };

const HANDLER = /\son\w+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi;

const harmless = (tag) => tag.replace(HANDLER, "").replace(/\sstyle(?=\s*=)/gi, " data-style");

const mark = (element) => {
  for (const [name, rule] of Object.entries(MARKS)) {
    if (rule.test(element.dataset.style)) {
      const wrapper = element.ownerDocument.createElement(name);
      wrapper.append(...element.childNodes);
      element.append(wrapper);
    }
  }
};

const clean = (html) => {
  const page = new DOMParser().parseFromString(html.replace(STYLES, "").replace(TAG, harmless), "text/html");
  for (const element of page.querySelectorAll("b[data-style], strong[data-style]")) {
    if (NOT_BOLD.test(element.dataset.style)) {
      element.replaceWith(...element.childNodes);
    }
  }
  page.querySelectorAll("span[data-style]").forEach(mark);
  return page.body.innerHTML;
};

export const CleanPaste = Extension.create({
  name: "cleanPaste",

  addProseMirrorPlugins() {
    // What was copied in an editor is clean, and says by an attribute how it is to be joined.
    const transformPastedHTML = (html) => (html.includes("data-pm-slice") ? html : clean(html));
    return [new Plugin({ props: { transformPastedHTML } })];
  },
});
