// Ask the program for JSON, and send it something with the key of this run.

/** Return the JSON under an address of this program; an Error with its words when it refuses. */
export async function ask(address, options = {}) {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(typeof content.detail === "string" ? content.detail : `the program answered ${answer.status}`);
  }
  return content;
}

/** Send a form (FormData), or a value as JSON, and return the JSON that comes back. */
export async function send(address, body) {
  if (body instanceof FormData) {
    return ask(address, { method: "POST", headers: key(), body });
  }
  const headers = { ...key(), "Content-Type": "application/json" };
  return ask(address, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Send one file as it is, and return the JSON that comes back. */
export async function put(address, file) {
  return ask(address, { method: "PUT", headers: { ...key(), "Content-Type": "application/octet-stream" }, body: file });
}

function key() {
  return { "X-Form-Key": document.querySelector('meta[name="form-key"]').content };
}
