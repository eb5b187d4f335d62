// The coach reads along while someone types. An extra: the button does the same.
"use strict";
{
  const field = document.querySelector("textarea[data-coach]");
  const place = document.getElementById("coach-notes");
  const PAUSE = 600;
  let waiting = 0;
  let asked = null;

  function line(name, words) {
    const made = document.createElement(name);
    made.textContent = words;
    return made;
  }

  function note(told) {
    const item = document.createElement("li");
    const title = line("h3", `${told.lead} ${told.name}`);
    item.append(title, line("p", `“${told.words}”`), line("p", told.why));
    if (told.instead) {
      const other = line("p", `“${told.instead}”`);
      other.className = "try";
      item.append(other);
    }
    return item;
  }

  function show(told) {
    const list = document.createElement("ul");
    list.className = "plain stack";
    list.append(...told.notes.map(note));
    const parts = told.heading ? [line("h2", told.heading), list] : [];
    if (told.help) {
      const link = line("a", told.help_words);
      link.href = told.help;
      parts.unshift(link);
    }
    place.replaceChildren(...parts);
  }

  async function ask() {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(field.dataset.coach, {
        method: "POST",
        body: new URLSearchParams({ words: field.value, do: "notes" }),
        signal: asked.signal,
      });
      if (answer.ok) show(await answer.json());
    } catch {
      // No network, or newer words: the button is still there.
    }
  }

  if (field && place) {
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    });
  }
}
