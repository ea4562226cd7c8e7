// Files and folders that are dropped or chosen: sent one by one with progress, then read together.
import { put, send } from "./asking.js";

const form = document.getElementById("adding");
const says = document.getElementById("adding-says");
const bar = document.getElementById("adding-bar");
const drop = document.getElementById("drop");
const folder = document.getElementById("folder");
let busy = false;

document.getElementById("folder-choice").hidden = false;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const files = [...document.getElementById("files").files].map((file) => ({ name: file.name, file }));
  const inside = [...folder.files].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
  sendAll([...files, ...inside]);
});

for (const kind of ["dragover", "dragenter"]) {
  document.addEventListener(kind, (event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      form.closest("details").open = true;
      drop.classList.add("over");
    }
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", async (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  drop.classList.remove("over");
  // The entries must be asked for before the first pause: the browser forgets them then.
  const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const entry of entries) {
    if (entry) await gather(entry, found);
  }
  sendAll(found);
});

/** Add a dropped file, or all files of a dropped folder, to a list, with their paths. */
async function gather(entry, found) {
  if (entry instanceof File) {
    found.push({ name: entry.name, file: entry });
  } else if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ name: entry.fullPath.replace(/^\//, ""), file });
  } else {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) break;
      for (const inner of some) await gather(inner, found);
    }
  }
}

async function sendAll(files) {
  if (busy) return;
  if (!files.length) {
    says.textContent = "Choose files or a folder first.";
    return;
  }
  busy = true;
  bar.hidden = false;
  bar.max = files.length;
  try {
    const upload = await send("/api/uploads", {});
    for (const [n, { name, file }] of files.entries()) {
      says.textContent = `${n + 1} of ${files.length} taken in`;
      await put(`/api/uploads/${upload.id}/files?name=${encodeURIComponent(name)}`, file);
      bar.value = n + 1;
    }
    await send(`/api/uploads/${upload.id}/read`, {});
    location.assign("/");
  } catch (error) {
    says.textContent = `The files could not be added: ${error.message}`;
    bar.hidden = true;
    busy = false;
  }
}
