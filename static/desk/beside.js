// What the checks find in a line, on the line of its label: nothing moves when it comes, and one click mends it.

// Python counts characters, a browser halves of some: only texts with emoji and their like need the table.
export const unitsOf = (text) => {
  if (!/[\ud800-\udfff]/.test(text)) return (at) => at
  const starts = []
  for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) starts.push(at)
  starts.push(text.length)
  return (at) => starts[Math.min(at, starts.length - 1)]
}

// Typed as a person would, so that the browser's own undo takes it back.
export const type = (input, start, end, text) => {
  input.focus()
  input.setSelectionRange(start, end)
  const isDone = text ? document.execCommand("insertText", false, text) : document.execCommand("delete")
  if (!isDone) {
    input.setRangeText(text, start, end, "end")
    input.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

export const mendLine = (input, findings) => {
  const units = unitsOf(input.value)
  const whole = input.value
  const done = findings.filter(({ start, end, found }) => whole.slice(units(start), units(end)) === found)
  for (const { start, end, replacement } of [...done].sort((a, b) => b.start - a.start)) {
    type(input, units(start), units(end), replacement)
  }
  return done
}

// The first of a field's findings, and how many more there are: each comes up when the one before it is mended.
export const showBeside = (host, input, findings, { mend, word }) => {
  let list = host.querySelector(":scope > .desk-beside")
  if (!list) {
    if (!findings.length) return
    host.classList.add("has-beside")
    list = Object.assign(document.createElement("ul"), { className: "desk-beside", id: `beside-${input?.id || host.id}` })
    host.append(list)
    input?.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), list.id].filter(Boolean).join(" "))
  }
  const hadFocus = list.contains(document.activeElement)
  list.replaceChildren()
  input?.classList.toggle("has-findings", findings.length > 0)
  if (!findings.length && hadFocus) input?.focus()
  if (!findings.length) return
  const [first] = findings
  const item = Object.assign(document.createElement("li"), { className: `is-${first.severity}` })
  const said = Object.assign(document.createElement("span"), { textContent: first.sentence, title: first.sentence })
  item.append(said)
  if (mend && first.replacement !== null) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: word })
    const to = first.replacement.trim()
    button.setAttribute("aria-label", `${word}: ${first.excerpt} ${to ? `← ${to}` : ""}`)
    button.addEventListener("click", () => mend(first))
    item.append(button)
  }
  list.append(item)
  if (hadFocus) (item.querySelector("button") ?? input)?.focus()
  if (findings.length > 1) list.append(Object.assign(document.createElement("li"), { className: "is-more", textContent: `+${findings.length - 1}` }))
}
