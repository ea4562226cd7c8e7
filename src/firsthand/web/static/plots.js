// Plots: Vega draws them when they come into sight. Their text and table stand beside them on the page.
import { ask } from "./asking.js";

const frames = [...document.querySelectorAll("[data-plot]")];
const watch = new IntersectionObserver((seen) => {
  for (const { isIntersecting, target } of seen) {
    if (isIntersecting) {
      watch.unobserve(target);
      draw(target);
    }
  }
}, { rootMargin: "400px" });
for (const frame of frames) watch.observe(frame);

let vega;

/** Load Vega once; it is a large script that only pages with a plot need. */
function loaded() {
  vega ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.getElementById("plots").dataset.vega;
    script.onload = resolve;
    script.onerror = () => reject(new Error("the script that draws did not load"));
    document.head.append(script);
  });
  return vega;
}

async function draw(frame) {
  try {
    const [{ spec }] = await Promise.all([ask(frame.dataset.plot), loaded()]);
    const { view } = await window.vegaEmbed(frame, spec, {
      renderer: "svg",
      actions: false,
      ast: true, // Vega's interpreter: the policy allows no eval
      defaultStyle: false,
      tooltip: { disableDefaultStyle: true },
    });
    view.addEventListener("click", (event, item) => open(item?.datum));
    frame.dataset.drawn = "yes";
  } catch (error) {
    frame.textContent = `This plot could not be drawn (${error.message}). Its table is below.`;
    frame.removeAttribute("aria-hidden");
  }
}

/** Go to the claim, or else the document, of a mark that was clicked. */
function open(datum) {
  if (!datum) return;
  if (datum.claim && document.getElementById(`claim-${datum.claim}`)) {
    location.hash = `claim-${datum.claim}`;
  } else if (datum.document) {
    location.assign(`/documents/${encodeURIComponent(datum.document)}`);
  }
}
