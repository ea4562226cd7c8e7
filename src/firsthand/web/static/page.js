// What every page does: keeps the work that goes on up to date.
import { follow } from "./work.js";

const work = document.getElementById("work");
if (work) {
  follow(work);
}
