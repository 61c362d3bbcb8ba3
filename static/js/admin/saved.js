// A save that succeeded needs no copy in the browser any more: the page after it says so.
"use strict";
{
  const key = sessionStorage.getItem("policytracker:sent");
  sessionStorage.removeItem("policytracker:sent");
  if (key && document.querySelector(".messagelist .success") && !document.querySelector("[data-unsaved]")) {
    localStorage.removeItem(key);
  }
}
