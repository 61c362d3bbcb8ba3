/* Copies the address of a shared preview. Without this script it is selected and copied by hand. */
(() => {
  "use strict";

  const status = document.querySelector(".share-said");

  const copy = async (field) => {
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "The address is copied.";
    } catch {
      status.textContent = "The address is selected: copy it with Ctrl+C or ⌘C.";
    }
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const field = button.parentElement.querySelector("input[readonly]");
    button.hidden = false;
    button.addEventListener("click", () => copy(field));
  }
})();
