// What every page does: keeps the work that goes on up to date, and copies citations.
import "./citing.js";
import { follow } from "./work.js";

const work = document.getElementById("work");
if (work) {
  follow(work);
}
