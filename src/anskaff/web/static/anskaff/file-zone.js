"use strict";
(() => {
  for (const zone of document.querySelectorAll("[data-file-zone]")) {
    const input = zone.querySelector("input[type=file]");
    const text = document.createElement("span");
    const said = zone.dataset.fileZone;
    text.textContent = said;
    text.setAttribute("aria-hidden", "true");
    zone.classList.add("ds-file-upload");
    zone.append(text);
    input.addEventListener("change", () => {
      text.textContent = [...input.files].map((file) => file.name).join(", ") || said;
    });
  }
})();
