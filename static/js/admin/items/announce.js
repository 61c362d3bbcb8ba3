// What happened, for those who can't see it.

const box = document.querySelector(".items-said");

export const say = (text) => {
  // The same text twice would be heard once.
  box.textContent = box.textContent === text ? `${text}\u00a0` : text;
};
