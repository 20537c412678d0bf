// What can be done by keys in an article's form: the list on “?” is the page's own, and each of its keys presses what
// the page has for it. By the key's place, so that an Arabic keyboard has the same ones.
const list = document.getElementById("shortcuts")
const form = document.querySelector("[data-desk=article]")
const isMac = /Mac|iP/.test(navigator.platform)
const TAKES_TEXT = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]"

const targetOf = (row) => [...document.querySelectorAll(row.dataset.needs)].find((each) => !each.disabled && each.checkVisibility())

const open = () => {
  for (const row of list.querySelectorAll("[data-needs]")) row.hidden = !targetOf(row)
  list.showModal()
}

const press = (row) => {
  const target = targetOf(row)
  if (!target) return
  target.click()
  if (target.localName !== "summary") return
  target.parentElement.open = true
  target.parentElement.querySelector("textarea")?.focus()
}

if (list && form) {
  if (isMac) for (const key of list.querySelectorAll("kbd")) key.textContent = { Ctrl: "⌘", Alt: "⌥" }[key.textContent] ?? key.textContent
  for (const row of list.querySelectorAll("[data-code]")) {
    const keys = `${isMac ? "Meta" : "Control"}+Alt+${row.dataset.code.slice(3)}`
    for (const each of document.querySelectorAll(row.dataset.needs)) each.setAttribute("aria-keyshortcuts", keys)
  }
  document.querySelector("[data-shortcuts]")?.addEventListener("click", open)
  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]") || event.repeat) return
    const isCommand = isMac ? event.metaKey : event.ctrlKey
    const isAsked = isCommand ? event.code === "Slash" && !event.altKey : "?؟".includes(event.key) && !event.target.closest(TAKES_TEXT)
    const row = isCommand && event.altKey && list.querySelector(`[data-code="${event.code}"]`)
    if (!isAsked && !row) return
    event.preventDefault()
    if (isAsked) open()
    else press(row)
  })
}
