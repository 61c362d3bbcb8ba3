// How many words the article has, and how many items: shown in the bar.

import { field, kept } from "items/list";
import { countWords, plainText } from "items/text";

const PAUSE = 300; // milliseconds without a change before the words are counted again

const texts = () => [
  ...["introduction", "body", "conclusion"].map((name) => document.getElementById(`id_${name}`)),
  ...kept().map((item) => field(item, "body")),
];

const written = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

const count = () => {
  const words = texts().reduce((sum, box) => sum + countWords(plainText(box.value)), 0);
  document.querySelector("[data-count=words]").textContent = written(words, "word");
  document.querySelector("[data-count=items]").textContent = written(kept().length, "item");
};

export const watchCounts = () => {
  let waiting;
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(count, PAUSE);
  };
  document.addEventListener("input", later);
  document.addEventListener("items:changed", count);
  count();
};
