// Lines outside a text, on a front, in the strip, beside a photo: what the checks find in each, while it is typed.
import { mendLine, showBeside } from "desk/beside"

const QUIET = 700
const timers = new WeakMap()

const look = async (input) => {
  const { checks, checksAt, mend: word } = input.dataset
  const line = input.value
  const show = (findings) => {
    const mend = (finding) => {
      mendLine(input, [finding])
      look(input)
    }
    showBeside(input.parentElement, input, findings, { mend, word })
  }
  if (!line.trim()) {
    show([])
    return
  }
  try {
    const answer = await fetch(checksAt, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": input.form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify({ article: null, language: input.lang, fields: { [checks]: line } }),
    })
    // What was typed meanwhile is looked at soon.
    if (answer.ok && line === input.value) show((await answer.json()).findings)
  } catch {
    // The line is looked through once more when it is sent.
  }
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-checks]")) return
  clearTimeout(timers.get(target))
  timers.set(target, setTimeout(() => look(target), QUIET))
})

// A front's fields are new ones after each move.
document.addEventListener("desk:laid", () => {
  for (const input of document.querySelectorAll("details[open] [data-checks]")) look(input)
})
