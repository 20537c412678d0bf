// A little more where the device offers it: its own share sheet, and printing. Without this file nothing is missing.
for (const button of document.querySelectorAll("[data-act]")) {
  if (button.dataset.act === "share" && !navigator.share) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (button.dataset.act === "print") window.print();
    else navigator.share({ title: document.querySelector("h1").textContent, url: button.dataset.url }).catch(() => {});
  });
}
