// What the timeline cannot do without a script: fold its filters on a phone, keep lists open that the reader
// opened, and say when an answer did not come. Everything else works without this file.

const filters = document.getElementById("filters");
const wide = window.matchMedia("(min-width: 56rem)");

function foldFilters() {
  filters.open = wide.matches || filters.querySelector("[aria-invalid]") !== null;
}

function keepOpen(event) {
  for (const list of event.detail.target.querySelectorAll("details[open][id]")) {
    event.detail.fragment.querySelector(`#${CSS.escape(list.id)}`)?.setAttribute("open", "");
  }
}

function sayThatItFailed(event) {
  const line = document.getElementById("request-failed").content.cloneNode(true);
  line.querySelector("a").href = event.detail.pathInfo.finalRequestPath;
  document.getElementById("request-alert").replaceChildren(line);
}

function forgetFailure() {
  document.getElementById("request-alert").replaceChildren();
}

if (filters) {
  foldFilters();
  wide.addEventListener("change", foldFilters);
  document.addEventListener("htmx:oobBeforeSwap", keepOpen);
  document.addEventListener("htmx:responseError", sayThatItFailed);
  document.addEventListener("htmx:sendError", sayThatItFailed);
  document.addEventListener("htmx:beforeRequest", forgetFailure);
}
