"use strict";
// Deadlines that count down by the server's clock, and the warning before a login ends.
(() => {
  const body = document.body;
  const serverTime = Date.parse(body.dataset.serverTime || "");
  const ahead = Number.isNaN(serverTime) ? 0 : serverTime - Date.now();
  const language = document.documentElement.lang;
  const serverNow = () => Date.now() + ahead;
  document.documentElement.dataset.clockOffset = String(ahead);

  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
  const written = (count, unit) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);

  // Two units are enough: 3 days 4 hours, 12 minutes 5 seconds.
  const inWords = (seconds) => {
    const parts = [];
    let rest = seconds;
    for (const [unit, size] of units) {
      const count = Math.floor(rest / size);
      rest -= count * size;
      if (count || parts.length) parts.push(written(count, unit));
      if (parts.length === 2) break;
    }
    return parts.join(" ") || written(0, "second");
  };

  const status = document.getElementById("countdown-status");
  const announcedAt = [3600, 900, 300, 60, 0];
  const announcement = (left) => {
    if (left === 3600) return status.dataset.hour;
    if (left === 60) return status.dataset.minute;
    if (left === 0) return status.dataset.over;
    return status.dataset.minutes.replace("{minutes}", String(left / 60));
  };

  const countDown = (place) => {
    const until = Date.parse(place.dataset.left);
    let before = Infinity;
    const tick = () => {
      const left = Math.max(0, Math.ceil((until - serverNow()) / 1000));
      place.textContent = left
        ? ` (${place.dataset.words.replace("{left}", inWords(left))})`
        : ` (${place.dataset.over})`;
      const passed = announcedAt.find((mark) => left <= mark && before > mark);
      if (passed !== undefined && before !== Infinity && status) {
        status.textContent = announcement(passed);
      }
      before = left;
      if (left) setTimeout(tick, left > 3660 ? 30000 : 1000);
    };
    tick();
  };
  document.querySelectorAll("[data-left]").forEach(countDown);
  document.addEventListener("htmx:load", (event) => {
    event.detail.elt.querySelectorAll?.("[data-left]").forEach(countDown);
  });

  const warning = document.querySelector(".session-warning");
  if (warning) {
    const WARN_SECONDS = 300;
    let ends = 0;
    let shown = "";
    const show = (when) => {
      if (shown === when) return;
      shown = when;
      warning.hidden = !when;
      warning.querySelectorAll("[data-when]").forEach((part) => {
        part.hidden = part.dataset.when !== when;
      });
    };
    const restart = () => {
      ends = Date.now() + Number(body.dataset.sessionSeconds) * 1000;
      show("");
    };
    const look = () => {
      const left = (ends - Date.now()) / 1000;
      if (left <= 0) show("over");
      else if (left <= WARN_SECONDS) show("soon");
    };
    const token = () => JSON.parse(body.getAttribute("hx-headers") || "{}")["x-csrftoken"] || "";
    warning.querySelector("button").addEventListener("click", async () => {
      const answer = await fetch(body.dataset.keepSession, {
        method: "POST",
        headers: { "x-csrftoken": token() },
      });
      if (answer.ok) {
        body.dataset.sessionSeconds = answer.headers.get("x-session-seconds") || "0";
        restart();
      } else show("over");
    });
    restart();
    look();
    setInterval(look, 5000);
  }

  // A code that is chosen stands in its field too, so that it is kept with what else is typed.
  document.addEventListener("change", (event) => {
    const field = document.getElementById(event.target.dataset?.fills || "");
    if (field) field.value = event.target.value;
  });

  const menu = document.querySelector(".site-menu");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu?.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
})();
