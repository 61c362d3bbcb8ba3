/* Votes in place. Without this script the same form leads to a page of thanks. */
(() => {
  "use strict";

  const section = document.getElementById("helpful");
  if (!section) return;
  const { vote: voteAddress, tally: tallyAddress, thanks: thanksAddress } = section.dataset;
  const form = section.querySelector("form");
  const tally = section.querySelector("[data-helpful-total]");
  const status = section.querySelector(".vote-status");
  const memory = `voted:${voteAddress}`;
  const answers = { yes: "Yes", no: "No" };

  const withdraw = document.createElement("button");
  withdraw.type = "submit";
  withdraw.name = "vote";
  withdraw.value = "withdraw";
  withdraw.textContent = "Withdraw my vote";
  withdraw.hidden = true;
  form.append(withdraw);

  /* Whether this browser has voted here: the cookie that knows is not for scripts. */
  const remember = (voted) => {
    try {
      if (voted) localStorage.setItem(memory, "1");
      else localStorage.removeItem(memory);
    } catch {
      /* Storage may be forbidden; the vote itself is not touched by that. */
    }
  };
  const hasVoted = () => {
    try {
      return localStorage.getItem(memory) !== null;
    } catch {
      return false;
    }
  };

  const showTally = ({ helpful, total }) => {
    tally.dataset.helpfulYes = helpful;
    tally.dataset.helpfulTotal = total;
    tally.textContent = total ? `${helpful} out of ${total} found this helpful` : "No votes yet";
  };

  const showOwn = (own) => {
    for (const button of form.querySelectorAll("button:not([value=withdraw])")) {
      if (own) button.setAttribute("aria-pressed", String(button.value === own));
      else button.removeAttribute("aria-pressed");
    }
    if (!own && document.activeElement === withdraw) form.querySelector("button").focus();
    withdraw.hidden = !own;
    remember(Boolean(own));
  };

  const say = (text, withLink = false) => {
    status.textContent = text;
    if (!withLink) return;
    const link = document.createElement("a");
    link.href = thanksAddress;
    link.textContent = "Tell us why";
    status.append(" ", link, ".");
  };

  const load = async (address) => {
    const response = await fetch(address, { headers: { Accept: "application/json" } });
    return response.ok ? response.json() : null;
  };

  const send = async (answer) => {
    const response = await fetch(voteAddress, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ vote: answer }),
    });
    const said = await response.json();
    if (!response.ok) {
      say(said.detail);
      return;
    }
    showTally(said);
    showOwn(said.your_vote);
    if (said.your_vote) say(`Thank you: you said ${answers[said.your_vote]}. You can change or withdraw it here.`, true);
    else say("Your vote is withdrawn.");
  };

  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy || !event.submitter) return;
    busy = true;
    form.setAttribute("aria-busy", "true");
    try {
      await send(event.submitter.value);
    } catch {
      say("The site could not be reached. Please try again in a moment.");
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
    }
  });

  /* The page may come from a cache: fetch the figure of now, and with it one's own vote where there is one. */
  const refresh = async () => {
    const now = await load(hasVoted() ? voteAddress : tallyAddress);
    if (!now || busy) return;
    showTally(now);
    if (now.your_vote) showOwn(now.your_vote);
    else if ("your_vote" in now) remember(false);
  };
  refresh().catch(() => {});
})();
