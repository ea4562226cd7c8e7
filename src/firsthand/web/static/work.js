// The strip that tells how far the work is; when it is over the page is loaded anew, because its lists have changed.
import { ask } from "./asking.js";

const PAUSE = 700; // milliseconds between two questions

/** Keep a strip of work up to date until its job is over. */
export async function follow(strip) {
  const says = strip.querySelector("[data-says]");
  const bar = strip.querySelector("progress");
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    let job;
    try {
      job = (await ask("/api/work")).find((each) => each.number === Number(strip.dataset.job));
    } catch {
      says.textContent = "the program does not answer any more";
      return;
    }
    if (!job || job.state === "done" || job.state === "failed") {
      if (isInUse()) {
        says.textContent = "done; load the page anew to see what changed";
        bar.remove();
      } else {
        location.reload();
      }
      return;
    }
    says.textContent = told(job);
    if (job.total) {
      bar.max = job.total;
      bar.value = job.done;
    }
  }
}

// What somebody types or has open must not go away under their hands.
function isInUse() {
  const typed = [...document.querySelectorAll("main input:not([type=hidden], [type=file], [type=checkbox]), main textarea")];
  const chosen = [...document.querySelectorAll("main select")].map((choice) => [
    choice.selectedIndex,
    Math.max(0, [...choice.options].findIndex((each) => each.defaultSelected)),
  ]);
  return (
    document.querySelector("dialog[open]") !== null ||
    typed.some((field) => field.value !== field.defaultValue) ||
    chosen.some(([now, before]) => now !== before)
  );
}

function told(job) {
  if (job.state === "waiting") return "waits for its turn";
  if (!job.done && !job.compared) return "begun";
  const of = job.total ? ` of ${job.total}` : "";
  const compared = job.compared ? `, ${job.compared} compared with the others` : "";
  return `${job.done}${of} done${compared}`;
}
