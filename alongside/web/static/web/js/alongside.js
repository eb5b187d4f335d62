// Everything here is an extra: each page works without it.
"use strict";
{
  const root = document.documentElement;
  const exit = document.querySelector(".exit");
  const isPrivate = document.body.hasAttribute("data-private");

  // Leave: nothing to read within a frame, the session ended, this page gone from Back.
  function leave(event) {
    if (event) event.preventDefault();
    document.title = exit.dataset.title;
    for (const part of document.body.children) part.hidden = true;
    const blank = document.createElement("div");
    blank.className = "gone";
    blank.setAttribute("role", "alert");
    blank.textContent = "…";
    document.body.append(blank);
    navigator.sendBeacon(exit.dataset.lock);
    window.location.replace(exit.dataset.exit);
  }

  // Shift three times within five seconds, and no other key: typing capitals is no way out.
  let presses = 0;
  let isAlone = false;
  let forgetting = 0;
  function pressed(event) {
    isAlone = event.key === "Shift";
    if (!isAlone) presses = 0;
  }
  function released(event) {
    if (event.key !== "Shift" || !isAlone) return;
    isAlone = false;
    presses += 1;
    clearTimeout(forgetting);
    forgetting = setTimeout(() => { presses = 0; }, 5000);
    if (presses === 3) leave();
  }

  if (exit) {
    for (const link of document.querySelectorAll("a[data-exit]")) {
      link.addEventListener("click", leave);
    }
    document.addEventListener("keydown", pressed, true);
    document.addEventListener("keyup", released, true);
  }

  // Browsers keep a page they leave, and show it again on Back without asking us. A private
  // page is blank by then and asks again: its session may be over.
  if (isPrivate) {
    window.addEventListener("pagehide", () => { root.hidden = true; });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
  }

  // The worker keeps the overdose steps on this phone; never where the phone is shared.
  const WORKER = "/sw.js";
  function ownWorker(address) {
    if (address !== WORKER) throw new TypeError("No other worker is ours.");
    return address;
  }
  function keep() {
    const types = window.trustedTypes;
    const rules = { createScriptURL: ownWorker };
    const policy = types ? types.createPolicy("alongside", rules) : rules;
    navigator.serviceWorker.register(policy.createScriptURL(WORKER)).catch(() => undefined);
  }
  if ("serviceWorker" in navigator && !root.hasAttribute("data-shared")) {
    window.addEventListener("load", keep);
  }

  // Without a script the page says where a browser keeps its own "Print".
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
