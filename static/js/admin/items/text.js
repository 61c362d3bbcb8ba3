// Plain text out of rich text, its first words, and the number of its words.

const BLOCK_END = /<\/(?:p|li|blockquote|h[1-6]|t[dh])>|<br\s*\/?>/gi;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LONGEST_WORD = 20;
const WORD = /[\p{L}\p{M}\p{Nd}]+(?:['’.,/-][\p{L}\p{M}\p{Nd}]+)*/gu;

export const plainText = (html) => {
  const page = new DOMParser().parseFromString(html.replace(BLOCK_END, "$& "), "text/html");
  return page.body.textContent.replace(/\s+/g, " ").trim();
};

/** The beginning of a text, cut after so many characters, or at a space shortly before. */
export const excerpt = (text, length) => {
  if (text.length <= length) {
    return text;
  }
  const space = text.lastIndexOf(" ", length);
  return `${text.slice(0, space > length - LONGEST_WORD ? space : length)}…`;
};

/** Count words; scripts that write none apart are counted by character, as is usual for Chinese. */
export const countWords = (text) => {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return unspaced + (text.replace(UNSPACED, " ").match(WORD)?.length ?? 0);
};
