// Folds the fields of an item under its line, and unfolds them.

import { items } from "items/list";
import { wake, wakeInSight } from "items/wake";

export const isOpen = (item) => item.classList.contains("item-open");

const show = (item, open) => {
  item.classList.toggle("item-open", open);
  item.querySelector(".item-toggle").setAttribute("aria-expanded", open);
};

export const open = (item) => {
  show(item, true);
  wake(item);
};

export const close = (item) => show(item, false);

export const toggle = (item) => (isOpen(item) ? close(item) : open(item));

export const openAll = () => {
  for (const item of items()) {
    show(item, true);
    wakeInSight(item);
  }
};

export const closeAll = () => items().forEach(close);

/** What the page shows open (errors, new items) gets its editors. */
export const wakeOpen = () => items().filter(isOpen).forEach(wakeInSight);
