// The list of items: its rows, their fields, and the order that hidden positions tell the server.

export const list = document.querySelector(".items-list");

export const items = () => [...list.children];

export const field = (item, name) => item.querySelector(`[name="${item.id}-${name}"]`);

export const isDeleted = (item) => field(item, "DELETE")?.checked ?? false;

export const kept = () => items().filter((item) => !isDeleted(item));

export const titleOf = (item) => item.querySelector(".item-title").textContent;

/** "5 of 14": where an item stands among those that stay. */
export const placeOf = (item) => {
  const all = kept();
  return `${all.indexOf(item) + 1} of ${all.length}`;
};

/** Write down the order, and tell whoever listens that items came, went or moved. */
export const changed = () => {
  items().forEach((item, index) => {
    field(item, "position").value = index + 1;
  });
  list.dispatchEvent(new CustomEvent("items:changed", { bubbles: true }));
};
