// Related stories picked by hand: a list to put in order by keys and by drag, and a field that finds the next one.
// Without this script the field under it takes numbers and addresses, one a line.
import { fill, make } from "desk/dialogs"

const field = document.querySelector("textarea[data-related]")

const button = (sign, words, headline, act) => {
  const made = make("button", { type: "button", textContent: sign })
  made.setAttribute("aria-label", fill(words, { headline }))
  made.addEventListener("click", act)
  return made
}

const arrange = (textarea) => {
  const list = make("ol", { className: "desk-picked" })
  const heard = make("p", { className: "visually-hidden" })
  heard.setAttribute("role", "status")
  const input = make("input", { type: "text", dir: "auto", autocomplete: "off", id: `${textarea.id}-pick`, placeholder: gettext("find a story") })
  const label = document.querySelector(`label[for="${textarea.id}"]`)
  list.setAttribute("aria-label", label.textContent.trim())
  label.htmlFor = input.id
  const help = document.getElementById(`${textarea.id}_helptext`)
  if (help) help.textContent = gettext("picked first")
  textarea.hidden = true
  textarea.before(list, input, heard)
  input.disabled = textarea.disabled

  const lines = () => textarea.value.split("\n").map((line) => line.trim()).filter(Boolean)
  const named = (line) => line.replace(/^\d+\s*·\s*/, "")
  const number = (line) => line.match(/^\d+/)?.[0] ?? line
  const write = (next) => {
    textarea.value = next.join("\n")
    textarea.dispatchEvent(new Event("input", { bubbles: true }))
    show()
  }
  const move = (from, to, focus) => {
    const next = lines()
    if (to < 0 || to >= next.length) return
    const [line] = next.splice(from, 1)
    next.splice(to, 0, line)
    write(next)
    list.children[to]?.querySelectorAll("button")[focus]?.focus()
    heard.textContent = fill("is number", { headline: named(line), place: to + 1 })
  }
  const takeOut = (at) => {
    const next = lines()
    next.splice(at, 1)
    write(next)
    const beside = list.children[Math.min(at, next.length - 1)]
    ;(beside?.querySelectorAll("button")[2] ?? input).focus()
  }
  const drag = (item, handle) => {
    handle.addEventListener("pointerdown", (down) => {
      down.preventDefault()
      const from = [...list.children].indexOf(item)
      item.classList.add("is-dragged")
      const carry = ({ clientY }) => {
        const under = [...list.children].find((other) => {
          const box = other.getBoundingClientRect()
          return other !== item && clientY < box.top + box.height / 2
        })
        list.insertBefore(item, under ?? null)
      }
      const drop = () => {
        document.removeEventListener("pointermove", carry)
        item.classList.remove("is-dragged")
        const to = [...list.children].indexOf(item)
        if (to !== from) move(from, to, 0)
      }
      document.addEventListener("pointermove", carry)
      document.addEventListener("pointerup", drop, { once: true })
      document.addEventListener("pointercancel", drop, { once: true })
    })
  }
  const show = () => {
    list.replaceChildren(
      ...lines().map((line, at, all) => {
        const headline = named(line)
        const handle = make("span", { className: "desk-picked-place", textContent: at + 1 })
        const moves = make(
          "span",
          { className: "desk-slot-moves" },
          button("↑", "move up", headline, () => move(at, at - 1, 0)),
          button("↓", "move down", headline, () => move(at, at + 1, 1)),
          button("×", "take out", headline, () => takeOut(at)),
        )
        moves.children[0].setAttribute("aria-disabled", at === 0)
        moves.children[1].setAttribute("aria-disabled", at === all.length - 1)
        moves.hidden = textarea.disabled
        const item = make("li", {}, handle, make("bdi", { textContent: headline, dir: "auto" }), moves)
        if (!textarea.disabled) drag(item, handle)
        return item
      }),
    )
    list.hidden = !list.children.length
  }
  const choose = ({ hint, label: headline }) => {
    input.value = ""
    if (lines().some((line) => number(line) === hint)) return
    write([...lines(), `${hint} · ${headline}`])
    heard.textContent = fill("is number", { headline, place: lines().length })
  }
  show()
  document.dispatchEvent(new CustomEvent("desk:pick", { detail: { input, kind: "stories", choose } }))
}

if (field) arrange(field)
