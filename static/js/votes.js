/* Votes in place. Without this script the same forms lead to a page of thanks. */
(() => {
  "use strict";

  const section = document.getElementById("helpful");
  if (!section) return;
  const { vote: voteAddress, tally: tallyAddress, thanks: thanksAddress, ...texts } = section.dataset;
  const form = section.querySelector("form");
  const tally = section.querySelector("[data-helpful-total]");
  const status = section.querySelector(".vote-status");
  const more = section.querySelector(".vote-more");
  const memory = `voted:${new URL(voteAddress, location.href).pathname}`;
  const json = { Accept: "application/json" };

  const withdraw = document.createElement("button");
  withdraw.type = "submit";
  withdraw.setAttribute("form", form.id);
  withdraw.name = "vote";
  withdraw.value = "withdraw";
  withdraw.textContent = texts.withdraw;
  withdraw.hidden = true;
  tally.after(withdraw);

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
    tally.textContent = total ? texts.some.replace("{helpful}", helpful).replace("{total}", total) : texts.none;
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

  const say = (text) => {
    status.textContent = text;
  };

  /* The question why: a link to the page that asks it, then the form of that page, in place. */
  const askWhy = async () => {
    const link = document.createElement("a");
    link.href = thanksAddress;
    link.textContent = texts.why;
    more.replaceChildren(link);
    const response = await fetch(thanksAddress);
    if (!response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const reasons = page.querySelector("form.reasons");
    if (!more.contains(link)) return;
    const focused = document.activeElement === link;
    more.replaceChildren(...(reasons ? [reasons] : []));
    if (reasons && focused) reasons.querySelector("input").focus();
  };

  /* Posts what a form says; answers the figures, or null where the site refused and said why. */
  const post = async (said) => {
    const response = await fetch(voteAddress, { method: "POST", headers: json, body: new URLSearchParams(said) });
    const answer = await response.json();
    if (response.ok) return answer;
    say(answer.detail);
    status.scrollIntoView({ block: "nearest" });
    return null;
  };

  const vote = async (answer) => {
    const now = await post({ vote: answer });
    if (!now) return;
    showTally(now);
    showOwn(now.your_vote);
    say({ yes: texts.yes, no: texts.no }[now.your_vote] ?? texts.withdrawn);
    if (now.your_vote) askWhy().catch(() => {});
    else more.replaceChildren();
  };

  const explain = async (reasons, button) => {
    const now = await post(new FormData(reasons, button));
    if (!now) return;
    showTally(now);
    more.replaceChildren();
    say(texts.sent);
    status.tabIndex = -1;
    status.focus();
  };

  let busy = false;
  section.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy || !event.submitter) return;
    busy = true;
    event.target.setAttribute("aria-busy", "true");
    try {
      if (event.target === form) await vote(event.submitter.value);
      else await explain(event.target, event.submitter);
    } catch {
      say(texts.unreachable);
    } finally {
      busy = false;
      event.target.removeAttribute("aria-busy");
    }
  });

  /* The page may come from a cache: ask for the figure of now, which answers 304 where the page shows it
     already; and where this browser has voted, for that vote along with it. */
  const refresh = async () => {
    const { helpfulYes, helpfulTotal } = tally.dataset;
    const voted = hasVoted();
    const headers = voted ? json : { ...json, "If-None-Match": `"${helpfulYes}-${helpfulTotal}"` };
    const response = await fetch(voted ? voteAddress : tallyAddress, { headers });
    if (!response.ok) return;
    const now = await response.json();
    if (busy) return;
    showTally(now);
    if (now.your_vote) showOwn(now.your_vote);
    else if (voted) remember(false);
  };

  const near = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      near.disconnect();
      refresh().catch(() => {});
    },
    { rootMargin: "600px 0px" },
  );
  near.observe(section);
})();
