"use strict";
(() => {
  const status = document.getElementById("autosave");
  const form = document.querySelector("form[data-autosave]");
  if (!status || !form) return;
  const failed = () => { status.textContent = status.dataset.failed; };
  form.addEventListener("htmx:responseError", failed);
  form.addEventListener("htmx:sendError", failed);
})();
