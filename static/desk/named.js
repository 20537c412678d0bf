// What stock admin's pickers leave without a name gets that of its field's label, whenever they are made.
const name = (select) => {
  const label = select.labels[0]?.textContent.trim()
  const box = select.nextElementSibling?.querySelector(".select2-selection:not([aria-label])")
  if (!label || !box) return
  box.removeAttribute("aria-labelledby")
  for (const part of [box, ...box.querySelectorAll("[role=textbox]")]) part.setAttribute("aria-label", label)
}

const pickers = () => document.querySelectorAll("select.admin-autocomplete")

if (pickers().length) {
  const nameAll = () => pickers().forEach(name)
  new MutationObserver(nameAll).observe(document.querySelector("#content"), { childList: true, subtree: true })
  nameAll()
}
