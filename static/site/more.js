// A little more where the device offers it: its own share sheet, printing, films in their place, and the next page
// fetched while a finger or a button is still down. Without this file nothing is missing.
for (const button of document.querySelectorAll("[data-act]")) {
  if (button.dataset.act === "share" && !navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.dataset.act === "print") window.print();
    else navigator.share({ title: document.querySelector("h1").textContent, url: button.dataset.url }).catch(() => {});
  });
}

for (const link of document.querySelectorAll("[data-player]")) {
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = link.dataset.player;
    frame.title = link.textContent;
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    const figure = link.closest("figure");
    figure.classList.add("is-open");
    link.parentElement.replaceWith(frame);
    figure.querySelector("picture")?.remove();
    frame.focus();
  });
}

const asked = new Set([location.pathname]);
document.addEventListener("pointerdown", (event) => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.button || link.origin !== location.origin || asked.has(link.pathname)) return;
  if (link.search || link.pathname.startsWith("/admin/") || navigator.connection?.saveData) return;
  asked.add(link.pathname);
  const hint = document.createElement("link");
  hint.rel = "prefetch";
  hint.href = link.href;
  document.head.append(hint);
});
