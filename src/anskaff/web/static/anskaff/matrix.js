"use strict";
// Ctrl with an arrow key moves between the same kind of field in a matrix of points (UX B10).
document.querySelectorAll("table[data-matrix]").forEach((table) => {
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  table.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const cell = event.target.closest("td");
    if (!step || !event.ctrlKey || !cell) return;
    const row = table.tBodies[0].rows[cell.parentElement.sectionRowIndex + step[0]];
    const next = row?.cells[cell.cellIndex + step[1]];
    const field = next?.querySelector(event.target.tagName === "TEXTAREA" ? "textarea" : "input");
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select?.();
  });
});
