// The line that stands for an item: number, title, first words, date; kept true while the editor types.

import { spelled } from "items/dates";
import { field, isDeleted, items, kept, list } from "items/list";
import { numbers, printed } from "items/numbers";
import { excerpt, plainText } from "items/text";

const READ = 600;
const SHOWN = 70;

const write = (item, part, text) => {
  const box = item.querySelector(`.item-${part}`);
  if (box.textContent !== text) {
    box.textContent = text;
  }
};

const title = (item) => {
  const heading = field(item, "heading").value.trim();
  const region = field(item, "filed_under").selectedOptions[0]?.text.split(" · ")[0];
  return heading || region || "New item";
};

const counting = (item) => ({
  numbered: field(item, "numbered").checked,
  restarts_numbering: field(item, "restarts_numbering").checked,
  skip_before: Math.max(Number.parseInt(field(item, "skip_before").value, 10) || 0, 0),
});

const KNOWABLE = [
  ...["instrument", "action", "issuer", "branch", "announced_on", "in_force_on", "amount"],
  ...["source_url", "archived_url", "affected", "continues"],
];

const known = (item) => {
  const count = KNOWABLE.filter((name) => field(item, name).value).length;
  return count ? `${count} known` : "";
};

/** Write the line of one item, and how many of its facts are known. */
export const rewrite = (item) => {
  write(item, "title", title(item));
  write(item, "words", excerpt(plainText(field(item, "body").value.slice(0, READ)), SHOWN));
  write(item, "date", spelled(field(item, "announced_on").value, field(item, "announced_precision").value));
  write(item, "known", known(item));
  write(item, "section", field(item, "section").value.trim());
};

/** Write the numbers of all items; one that is to be deleted has none. */
export const renumber = () => {
  const staying = kept();
  const counted = numbers(staying.map(counting));
  staying.forEach((item, index) => write(item, "number", printed(counted[index])));
  items().filter(isDeleted).forEach((item) => write(item, "number", ""));
};

const COUNTING = /-(?:numbered|restarts_numbering|skip_before)$/;

/** Follow what is typed and chosen; jQuery, because select2 tells of a choice through nothing else. */
export const watchLines = () => {
  django.jQuery(list).on("input change", (event) => {
    const item = event.target.closest(".item");
    if (item && event.target.name) {
      rewrite(item);
    }
    if (COUNTING.test(event.target.name)) {
      renumber();
    }
  });
  list.addEventListener("items:changed", renumber);
};
