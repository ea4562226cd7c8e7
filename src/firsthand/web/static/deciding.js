// Deciding by keyboard: every key does what a button or link of the page does.

const ON = "firsthand-keys";
const PLACE = "firsthand-place";
const dialog = document.getElementById("keys");

const does = {
  j: () => move(1),
  k: () => move(-1),
  a: () => press('button[value="accept"]'),
  r: () => press('button[value="reject"]'),
  c: correct,
  o: () => here()?.querySelector("[data-words]")?.click(),
  u: undo,
  "?": () => dialog?.showModal(),
};

function all() {
  return [...document.querySelectorAll("[data-decide]")];
}

function here() {
  const found = all();
  return document.activeElement?.closest("[data-decide]") ?? (found.length === 1 ? found[0] : null);
}

function move(step) {
  const found = all();
  const now = found.indexOf(here());
  const next = now < 0 ? 0 : Math.min(found.length - 1, Math.max(0, now + step));
  show(found[next]);
}

function show(one) {
  one?.focus({ preventScroll: true });
  one?.scrollIntoView({ block: "center" });
}

function press(which) {
  const one = here();
  if (one) {
    sessionStorage.setItem(PLACE, `${location.pathname} ${all().indexOf(one)}`);
    one.querySelector(which)?.click();
  }
}

function correct() {
  const link = here()?.querySelector("[data-correct]");
  if (link) {
    link.click();
    return;
  }
  document.querySelector("#correct-form input:not([type=hidden])")?.focus();
}

function undo() {
  const button = document.getElementById("undo");
  if (button) {
    button.click();
  } else {
    document.getElementById("undo-last")?.requestSubmit();
  }
}

function types(target) {
  return target.isContentEditable || target.closest("input:not([type=checkbox]), textarea, select, dialog[open]");
}

function on() {
  return localStorage.getItem(ON) !== "off";
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || types(event.target)) {
    return;
  }
  const act = does[event.key];
  if (act && (on() || event.key === "?")) {
    event.preventDefault();
    act();
  }
});

const box = document.getElementById("keys-on");
if (box) {
  box.checked = on();
  box.addEventListener("change", () => localStorage.setItem(ON, box.checked ? "on" : "off"));
}

const opener = document.getElementById("keys-open");
if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", does["?"]);
}

// Where the page is loaded anew by itself the same claim is still the one.
const HERE = "firsthand-here";
addEventListener("pagehide", () => sessionStorage.setItem(HERE, `${location.pathname} ${here()?.id ?? ""}`));
const [page, id] = (sessionStorage.getItem(HERE) ?? "").split(" ");
if (page === location.pathname && id && performance.getEntriesByType("navigation")[0]?.type === "reload") {
  show(document.getElementById(id));
}

// After a decision in a list the claim in the same place is the next.
const [path, place] = (sessionStorage.getItem(PLACE) ?? "").split(" ");
if (path === location.pathname && location.search.includes("done=") && all().length > 1) {
  show(all()[Math.min(Number(place), all().length - 1)]);
}
sessionStorage.removeItem(PLACE);
