// Headlines while a search is typed (ARIA combobox). Without this file the form searches as it is.
const box = document.querySelector("[data-suggest]");
if (box) {
  const list = document.createElement("ul");
  let timer, turn = 0, at = -1;
  list.id = "suggested";
  list.className = "suggested";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.labels[0].textContent);
  list.hidden = true;
  box.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) box.setAttribute(name, value);
  const close = () => { turn++; list.hidden = true; at = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const show = (found) => {
    list.replaceChildren(...found.map(({ headline, url, lang }, place) => {
      const option = document.createElement("li");
      option.id = `suggested-${place}`;
      option.setAttribute("role", "option");
      option.dir = "auto";
      if (lang) option.lang = lang;
      option.textContent = headline;
      option.dataset.url = url;
      option.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(url); });
      return option;
    }));
    at = -1;
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!!found.length));
  };
  const move = (step) => {
    const all = [...list.children];
    at = at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === at)));
    box.setAttribute("aria-activedescendant", all[at].id);
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    const mine = ++turn;
    if (box.value.trim().length < 4) return close();
    timer = setTimeout(async () => {
      try {
        const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(box.value)}`);
        const { suggestions } = await answer.json();
        if (mine === turn) show(suggestions);
      } catch { if (mine === turn) close(); }
    }, 200);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && list.children[at]) location.assign(list.children[at].dataset.url);
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", close);
}
