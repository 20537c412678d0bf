// A front is arranged without leaving the page, and by drag. Without this script every button sends the form.
const form = document.querySelector("[data-front]")
const board = () => form.querySelector("[data-board]")

// The server does each move; what it answers takes the board's place, and the cursor stays where it was.
const swap = async (button) => {
  const data = new FormData(form)
  data.set("do", button?.value ?? "refresh")
  const focused = button?.id ?? ""
  board().setAttribute("aria-busy", "true")
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body: data, credentials: "same-origin" })
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html")
    const next = fresh.querySelector("[data-board]")
    if (!next) throw new Error("no board")
    const said = next.querySelector("[role=status]").textContent
    next.querySelector("[role=status]").textContent = ""
    board().replaceWith(next)
    for (const frame of document.querySelectorAll("[data-preview] iframe")) {
      const shown = fresh.querySelector(`[data-preview] iframe.${[...frame.classList].find((name) => name.startsWith("is-"))}`)
      if (shown && shown.srcdoc !== frame.srcdoc) frame.srcdoc = shown.srcdoc
    }
    lay()
    const target = document.getElementById(next.dataset.focus || focused)
    if (target) target.focus()
    else form.querySelector(".desk-slot, #q")?.focus()
    // Spoken only when it changes after it is there.
    requestAnimationFrame(() => {
      next.querySelector("[role=status]").textContent = said
    })
  } catch {
    // Without an answer the form is sent as it would be without a script.
    form.dataset.plain = "1"
    form.requestSubmit(button ?? document.getElementById("refresh"))
  }
}

form.addEventListener("submit", (event) => {
  const button = event.submitter
  if (form.dataset.plain || ["save", "undo"].includes(button?.value)) return
  event.preventDefault()
  if (button?.getAttribute("aria-disabled") !== "true") swap(button)
})

const over = (list, y) =>
  [...list.querySelectorAll(".desk-slot:not(.is-dragged)")].find((slot) => {
    const box = slot.getBoundingClientRect()
    return y < box.top + box.height / 2
  })

const drag = (handle) => {
  const slot = handle.closest(".desk-slot")
  handle.addEventListener("pointerdown", (down) => {
    down.preventDefault()
    const list = slot.parentElement
    const before = slot.nextElementSibling
    slot.classList.add("is-dragged")
    const move = (event) => list.insertBefore(slot, over(list, event.clientY) ?? null)
    // Heard on the document: a row that is moved in it lets go of the pointer.
    const drop = () => {
      document.removeEventListener("pointermove", move)
      slot.classList.remove("is-dragged")
      if (slot.nextElementSibling !== before) swap(null)
    }
    document.addEventListener("pointermove", move)
    document.addEventListener("pointerup", drop, { once: true })
    document.addEventListener("pointercancel", drop, { once: true })
  })
}

const lay = () => {
  for (const handle of form.querySelectorAll("[data-handle]")) drag(handle)
  document.dispatchEvent(new Event("desk:laid"))
}

lay()
