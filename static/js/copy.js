/* A button that copies the citation. Without this script the text can be selected. */
(() => {
  "use strict";

  const section = document.querySelector(".cite");
  if (!section || !navigator.clipboard) return;
  const { copy, copied, failed } = section.dataset;
  const text = section.querySelector(".cite-text");

  const button = document.createElement("button");
  button.type = "button";
  button.textContent = copy;
  button.setAttribute("aria-describedby", "cite");
  const status = document.createElement("span");
  status.setAttribute("role", "status");

  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent.trim());
      status.textContent = copied;
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = failed;
    }
  });
  section.querySelector(".cite-copy").append(button, " ", status);
})();
