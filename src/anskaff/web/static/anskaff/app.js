"use strict";
(() => {
  const serverTime = Date.parse(document.body.dataset.serverTime || "");
  const ahead = Number.isNaN(serverTime) ? 0 : serverTime - Date.now();
  document.documentElement.dataset.clockOffset = String(ahead);
})();
