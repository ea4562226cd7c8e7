// A document: which layers are on is remembered, and a claim opens beside the text without leaving the place.

const COOKIE = "firsthand-layers";
const layers = document.getElementById("layers");
const panel = document.getElementById("panel");
let opener = null;

layers?.addEventListener("change", () => {
  const on = [...layers.querySelectorAll("input:checked")].map((input) => input.value);
  document.cookie = `${COOKIE}=${on.join(".")}; path=/; SameSite=Strict`;
});

layers?.addEventListener("submit", (event) => event.preventDefault());

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a.opens, a.copies");
  if (link) {
    event.preventDefault();
    open(link);
    return;
  }
  if (event.target.closest("#panel-close") && opener?.isConnected) {
    event.preventDefault();
    back();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && opener?.isConnected) back();
});

window.addEventListener("popstate", () => window.location.reload());

// Put what the link leads to into the panel: the same page, of which only the panel is taken.
async function open(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) {
    window.location.assign(link.href);
    return;
  }
  const read = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = read.getElementById("panel");
  if (!fresh) {
    window.location.assign(link.href);
    return;
  }
  for (const old of document.querySelectorAll("a.opens[aria-current]")) old.removeAttribute("aria-current");
  const inText = link.closest("#text") ? link : mark(link.href);
  inText?.setAttribute("aria-current", "true");
  opener = inText ?? link;
  panel.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)));
  panel.classList.add("open");
  panel.scrollTop = 0;
  inText?.scrollIntoView({ block: link === inText ? "nearest" : "center" });
  window.history.pushState({}, "", link.href.replace(/#.*$/, ""));
  panel.focus({ preventScroll: true });
}

function mark(href) {
  return [...document.querySelectorAll("#text a.opens")].find((link) => link.href === href) ?? null;
}

function back() {
  panel.classList.remove("open");
  opener.scrollIntoView({ block: "nearest" });
  opener.focus();
}
