"use strict";
(() => {
  const form = document.getElementById("upload-form");
  if (!form || !window.fetch) return;
  const input = document.getElementById("id_files");
  const zone = document.getElementById("drop-zone");
  const list = document.getElementById("upload-list");
  const status = document.getElementById("upload-status");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const words = form.dataset;
  const PIECE = 4 * 1024 * 1024;
  const WAITS = [1, 2, 5, 10, 20, 30];
  const unfinished = new Map();
  for (const item of document.querySelectorAll("[data-unfinished]")) {
    unfinished.set(`${item.dataset.name}/${item.dataset.size}`, item.dataset.unfinished);
  }
  let running = 0;

  const pause = (seconds) => new Promise((done) => { setTimeout(done, seconds * 1000); });

  const ask = async (address, options, signal) => {
    const answer = await fetch(address, {
      headers: { "X-CSRFToken": token, ...(options.headers || {}) },
      method: options.method || "POST",
      body: options.body,
      credentials: "same-origin",
      signal,
    });
    let said = {};
    try { said = await answer.json(); } catch (error) { said = {}; }
    if (answer.ok) return said;
    const refused = new Error((said.findings || []).map((one) => one.text).join(" "));
    refused.status = answer.status;
    throw refused;
  };

  const row = (file) => {
    const item = document.createElement("li");
    item.className = "ds-card";
    const name = document.createElement("p");
    name.textContent = file.name;
    const bar = document.createElement("progress");
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", file.name);
    const text = document.createElement("p");
    const cancel = document.createElement("button");
    cancel.type = "button";
    cancel.className = "ds-button";
    cancel.dataset.variant = "tertiary";
    cancel.textContent = `${words.cancel}: ${file.name}`;
    item.append(name, bar, text, cancel);
    list.append(item);
    const percent = (sent) => {
      const whole = Math.floor((100 * sent) / file.size);
      bar.value = whole;
      text.textContent = `${whole} % ${words.progress}`;
    };
    return { item, text, cancel, percent };
  };

  const sendPieces = async (file, place, key, begun, shown, signal) => {
    let received = begun;
    let tries = 0;
    while (received < file.size) {
      shown.percent(received);
      const piece = file.slice(received, received + PIECE);
      try {
        const headers = { "Content-Type": "application/octet-stream" };
        const address = `${place}bit/?offset=${received}`;
        received = (await ask(address, { body: piece, headers }, signal)).received;
        tries = 0;
      } catch (error) {
        if (signal.aborted || tries >= WAITS.length) throw error;
        if (error.status && error.status !== 409 && error.status < 500) throw error;
        shown.text.textContent = words.resume;
        await pause(WAITS[tries]);
        tries += 1;
        try {
          const known = await ask(place, { method: "GET" }, signal);
          received = known.received;
        } catch (again) {
          if (again.status && again.status < 500) throw again;
        }
      }
    }
    shown.percent(file.size);
  };

  const send = async (file) => {
    const shown = row(file);
    const stop = new AbortController();
    let key = unfinished.get(`${file.name}/${file.size}`);
    let place = "";
    running += 1;
    shown.cancel.addEventListener("click", () => stop.abort());
    try {
      let received = 0;
      if (key) {
        received = (await ask(words.upload.replace(/ny\/$/, `${key}/`), { method: "GET" }, stop.signal)).received;
      } else {
        const told = new FormData();
        told.append("name", file.name);
        told.append("size", String(file.size));
        told.append("requirement", document.getElementById("id_requirement").value);
        key = (await ask(words.upload, { body: told }, stop.signal)).key;
      }
      place = words.upload.replace(/ny\/$/, `${key}/`);
      await sendPieces(file, place, key, received, shown, stop.signal);
      shown.text.textContent = words.checking;
      const found = await ask(`${place}ferdig/`, {}, stop.signal);
      shown.text.textContent = `${words.done}. SHA-256: ${found.sha256}`;
      shown.text.className = "hash";
      shown.cancel.remove();
      return true;
    } catch (error) {
      shown.text.textContent = `${words.failed}. ${error.message}`;
      shown.cancel.remove();
      if (stop.signal.aborted && place) {
        await fetch(`${place}fjern/`, { method: "POST", headers: { "X-CSRFToken": token } });
      }
      return false;
    } finally {
      running -= 1;
    }
  };

  const sendAll = async (files) => {
    let whole = true;
    for (const file of files) {
      status.textContent = file.name;
      whole = (await send(file)) && whole;
    }
    input.value = "";
    if (whole && running === 0) {
      status.textContent = words.done;
      window.location.reload();
    } else {
      status.textContent = words.failed;
    }
  };

  form.addEventListener("submit", (event) => {
    if (!input.files.length) return;
    event.preventDefault();
    sendAll([...input.files]);
  });
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("drop-zone--over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("drop-zone--over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("drop-zone--over");
    sendAll([...event.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (event) => {
    if (running > 0) event.preventDefault();
  });
})();
