// Marks items that the next save will delete; until then every one can be had back.

import { say } from "items/announce";
import { close } from "items/collapse";
import { changed, field, titleOf } from "items/list";

const mark = (item, deleted, next, message) => {
  field(item, "DELETE").checked = deleted;
  item.classList.toggle("item-deleted", deleted);
  changed();
  item.querySelector(`[data-do="${next}"]`).focus();
  say(message);
};

export const remove = (item) => {
  close(item);
  mark(item, true, "restore", `${titleOf(item)} will be deleted when you save`);
};

export const restore = (item) => mark(item, false, "delete", `${titleOf(item)} stays`);
