// Copies of what was typed, in this browser's own storage: one for each page and user, for seven days.

const PREFIX = "policytracker:typed:";
const LIFETIME = 7 * 24 * 60 * 60 * 1000; // milliseconds

export const keyOf = (user, path) => `${PREFIX}${user}:${path}`;

export const drop = (key) => localStorage.removeItem(key);

const parsed = (text) => {
  try {
    const copy = JSON.parse(text);
    return Array.isArray(copy?.fields) && Number.isFinite(copy.at) ? copy : null;
  } catch {
    return null;
  }
};

/** Return the copy under a key: when it was made (`at`) and the fields, as pairs of name and value. */
export const read = (key) => parsed(localStorage.getItem(key));

const ours = () => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));

/** Forget what nobody came back for. */
export const prune = () => {
  for (const key of ours()) {
    const copy = read(key);
    if (!copy || Date.now() - copy.at > LIFETIME) {
      drop(key);
    }
  }
};

const dropOldest = (except) => {
  const others = ours().filter((key) => key !== except);
  others.sort((one, other) => read(one).at - read(other).at);
  others.slice(0, 1).forEach(drop);
  return others.length > 0;
};

/** Keep a copy; where the storage is full the oldest others go. Return whether it could be kept. */
export const write = (key, fields) => {
  const text = JSON.stringify({ at: Date.now(), fields });
  for (;;) {
    try {
      localStorage.setItem(key, text);
      return true;
    } catch {
      if (!dropOldest(key)) {
        return false;
      }
    }
  }
};
