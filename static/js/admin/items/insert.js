// Adds items: new ones, and copies of others.

import { say } from "items/announce";
import { open } from "items/collapse";
import { rewrite } from "items/lines";
import { changed, field, list, placeOf, titleOf } from "items/list";

const empty = document.getElementById("items-empty");
const total = document.getElementById("id_items-TOTAL_FORMS");
const most = document.getElementById("id_items-MAX_NUM_FORMS");

const build = () => {
  const holder = document.createElement("template");
  holder.innerHTML = empty.innerHTML.replaceAll("__prefix__", total.value);
  total.value = Number(total.value) + 1;
  return holder.content.firstElementChild;
};

/** Put a new item after another one, or at the beginning for null; `fill` may write into its fields first. */
const insert = (after, fill = () => {}) => {
  if (Number(total.value) >= Number(most.value)) {
    say(`A digest has at most ${most.value} items`);
    return null;
  }
  const item = build();
  fill(item);
  if (after) {
    after.after(item);
  } else {
    list.prepend(item);
  }
  rewrite(item);
  changed();
  open(item);
  return item;
};

export const add = (after) => {
  const item = insert(after);
  if (item) {
    say(`New item, ${placeOf(item)}`);
    item.querySelector(".field-filed_under .select2-search__field").focus();
  }
};

const NOT_COPIED = new Set(["id", "article", "position", "DELETE"]);

const copyField = (from, to) => {
  if (from.type === "checkbox") {
    to.checked = from.checked;
  } else if ("ajax-Url" in from.dataset) {
    const chosen = [...from.options].map(({ text, value, selected }) => new Option(text, value, selected, selected));
    to.replaceChildren(...chosen);
  } else {
    to.value = from.value;
  }
};

const copyFields = (item, copy) => {
  for (const from of item.querySelectorAll(`[name^="${item.id}-"]`)) {
    const name = from.name.slice(item.id.length + 1);
    if (!NOT_COPIED.has(name)) {
      copyField(from, field(copy, name));
    }
  }
};

export const duplicate = (item) => {
  const copy = insert(item, (made) => copyFields(item, made));
  if (copy) {
    say(`Copy of ${titleOf(item)}, ${placeOf(copy)}`);
    copy.querySelector(".item-toggle").focus();
  }
};
