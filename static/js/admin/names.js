// Accessible names: the prose editor and select2 put elements of their own in place of the fields that the
// labels name.
"use strict";
{
  const labelOf = (field) => {
    const label = document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label && !label.id) {
      label.id = `${field.id}_label`;
    }
    return label;
  };

  const textOf = (label) => label.textContent.trim().replace(/:$/, "");

  document.addEventListener("prose-editor:ready", (event) => {
    const { editor, textarea } = event.detail;
    const box = editor.view.dom;
    const label = labelOf(textarea);
    box.setAttribute("role", "textbox");
    box.setAttribute("aria-multiline", "true");
    if (label) {
      box.setAttribute("aria-labelledby", label.id);
      label.addEventListener("click", () => editor.commands.focus());
    }
    const description = textarea.getAttribute("aria-describedby");
    if (description) {
      box.setAttribute("aria-describedby", description);
    }
  });

  const nameSelect = (container) => {
    const select = container.previousElementSibling;
    const label = select && select.id && labelOf(select);
    if (!label) {
      return;
    }
    const search = container.querySelector(".select2-search__field");
    if (search) {
      search.setAttribute("aria-label", textOf(label));
    }
    const chosen = container.querySelector(".select2-selection--single");
    const names = chosen && chosen.getAttribute("aria-labelledby");
    if (names && !names.includes(label.id)) {
      chosen.setAttribute("aria-labelledby", `${label.id} ${names}`);
      chosen.querySelector(".select2-selection__rendered").setAttribute("aria-label", textOf(label));
    }
  };

  const nameSelectsIn = (element) => {
    if (element.matches(".select2-container")) {
      nameSelect(element);
    }
    element.querySelectorAll(".select2-container").forEach(nameSelect);
    element.querySelectorAll(".select2-search--dropdown .select2-search__field").forEach((field) => {
      field.setAttribute("aria-label", "Search");
    });
  };

  // ARIA 1.2 asks an open combobox to say what it controls; select2 says what it owns.
  django.jQuery(document).on("select2:open select2:close", ({ type, target }) => {
    const box = target.nextElementSibling.querySelector("[role=combobox]");
    if (type === "select2:open") {
      box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    } else {
      box.removeAttribute("aria-controls");
    }
  });

  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node instanceof Element) {
          nameSelectsIn(node);
        }
      }
    }
  }).observe(document, { childList: true, subtree: true });
}
