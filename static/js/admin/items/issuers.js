// Suggests the issuers that were named before in the first region of an item.

import { field, list } from "items/list";

const known = new Map();
const suggestions = document.createElement("datalist");
suggestions.id = "items-issuers";

const issuersIn = (region) => {
  if (!known.has(region)) {
    const address = `${list.dataset.issuers}?${new URLSearchParams({ region })}`;
    const answer = fetch(address, { headers: { Accept: "application/json" } });
    known.set(region, answer.then((response) => (response.ok ? response.json() : { issuers: [] })));
  }
  return known.get(region);
};

const suggest = async (input) => {
  const region = field(input.closest(".item"), "filed_under").selectedOptions[0]?.value;
  const { issuers } = region ? await issuersIn(region) : { issuers: [] };
  suggestions.replaceChildren(...issuers.map((issuer) => new Option(issuer, issuer)));
  input.setAttribute("list", suggestions.id);
};

export const watchIssuers = () => {
  list.after(suggestions);
  list.addEventListener("focusin", (event) => {
    if (event.target.matches('input[name$="-issuer"]')) {
      suggest(event.target);
    }
  });
};
