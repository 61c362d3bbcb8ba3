// Nobody should have to look for an error in a closed section.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("details").forEach((section) => {
    section.open = section.open || section.querySelector(".errorlist") !== null;
  });
});
