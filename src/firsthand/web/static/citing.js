// Copies texts: what stands in a field (data-copy), or a claim with its footnote (data-cite leads to it without scripts).
import { ask } from "./asking.js";

const SAID = 2500; // milliseconds for which a button says what it did

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => tell(button, copied(document.getElementById(button.dataset.copy).value)));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-cite]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  tell(link, ask(`/api${new URL(link.href).pathname}`).then((found) => copied(found.text)));
});

async function copied(text) {
  await navigator.clipboard.writeText(text);
}

async function tell(element, work) {
  const before = element.dataset.before ?? (element.dataset.before = element.textContent);
  let says = "Copied";
  try {
    await work;
  } catch (error) {
    if (element.href) {
      location.href = element.href; // the page shows it, or says why not
      return;
    }
    says = "It cannot be copied here; mark the text instead";
  }
  element.setAttribute("role", "status");
  element.textContent = says;
  setTimeout(() => {
    element.textContent = before;
    element.removeAttribute("role");
  }, SAID);
}
