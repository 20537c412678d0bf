// A dialog over the page, of elements made by hand.
import { gettext } from "django-prose-editor/editor"

export const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag)
  const { data = {}, aria = {}, ...own } = properties
  Object.assign(element, own)
  Object.assign(element.dataset, data)
  for (const [name, value] of Object.entries(aria)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

let made = 0

// A dialog over the page; `act` is asked when it is sent, and the dialog stays open where it returns false.
export const openDialog = (title, parts, act) => {
  const name = `desk-dialog-${(made += 1)}`
  const send = make("button", { type: "submit", className: "desk-first", textContent: gettext("insert") })
  const cancel = make("button", { type: "button", textContent: gettext("Cancel") })
  const inner = make("form", { noValidate: true }, make("h2", { id: name, textContent: title }), ...parts, make("p", { className: "desk-buttons" }, send, cancel))
  const dialog = make("dialog", { className: "desk-dialog", aria: { "aria-labelledby": name } }, inner)
  inner.addEventListener("submit", async (event) => {
    event.preventDefault()
    send.disabled = true
    const isDone = await act()
    send.disabled = false
    if (isDone) dialog.close()
  })
  cancel.addEventListener("click", () => dialog.close())
  dialog.addEventListener("close", () => dialog.remove())
  document.getElementById("content").append(dialog)
  dialog.showModal()
  return dialog
}

export const line = (label, properties = {}) => {
  const input = make("input", { type: "text", dir: "auto", ...properties, id: `desk-dialog-field-${(made += 1)}` })
  const wrong = make("p", { className: "errorlist", id: `${input.id}-wrong`, aria: { role: "alert" } })
  input.setAttribute("aria-describedby", wrong.id)
  const say = (sentence) => {
    wrong.textContent = sentence
    input.toggleAttribute("aria-invalid", Boolean(sentence))
  }
  return { input, say, part: make("div", { className: "desk-field" }, make("label", { htmlFor: input.id, textContent: label }), input, wrong) }
}

// A sentence with its names filled in.
export const fill = (words, values) => Object.entries(values).reduce((said, [name, value]) => said.replace(new RegExp(`%\\(${name}\\)[sd]`), () => value), gettext(words))
