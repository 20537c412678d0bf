// Notes beside their paragraphs: a button in the margin for each paragraph that has some, and a new note begins with
// what is selected. Nothing is put into the text itself; the server keeps each note with its paragraph.
const PLAIN = "P, H2, H3, LI, BLOCKQUOTE"
const ALWAYS = "ASIDE, FIGURE, TABLE, DIV, HR"

// The paragraphs as the server counts them: lists item by item, without empty ones.
const blocksOf = (text) =>
  [...text.children]
    .flatMap((child) => (child.matches("UL, OL") ? [...child.children] : [child]))
    .filter((block) => block.matches(ALWAYS) || (block.matches(PLAIN) && (block.textContent.trim() || block.querySelector("img"))))

const begin = (panel, field, text) => {
  const margin = document.createElement("div")
  margin.className = "desk-margin"
  field.append(margin)
  const byPlace = new Map()
  for (const note of panel.querySelectorAll("[data-place]")) {
    const place = Number(note.dataset.place)
    byPlace.set(place, [...(byPlace.get(place) ?? []), note])
  }
  const buttons = [...byPlace].map(([place, notes]) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "desk-margin-note"
    button.textContent = notes.length
    button.setAttribute("aria-label", `${panel.dataset.beside}: ${notes.length}`)
    button.classList.toggle("is-blocking", notes.some((note) => note.classList.contains("is-blocking")))
    button.addEventListener("click", () => {
      notes[0].scrollIntoView({ block: "nearest" })
      notes[0].focus()
    })
    margin.append(button)
    return { button, place }
  })

  const lay = () => {
    const blocks = blocksOf(text)
    const top = field.getBoundingClientRect().top
    for (const { button, place } of buttons) {
      const block = blocks[place]
      button.hidden = !block
      if (block) button.style.setProperty("inset-block-start", `${block.getBoundingClientRect().top - top}px`)
    }
  }
  const watch = new ResizeObserver(lay)
  watch.observe(text)
  watch.observe(field)
  document.fonts?.ready.then(lay)
  lay()
}

const choose = (form, text, panel) => {
  const place = form.querySelector("[name=note-place]")
  const passage = form.querySelector("[name=note-passage]")
  const said = form.querySelector("[data-selected]")
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection()
    if (!selection.rangeCount || !text.contains(selection.anchorNode)) return
    const blocks = blocksOf(text)
    const at = blocks.findIndex((block) => block.contains(selection.anchorNode))
    if (at < 0) return
    if (![...place.options].some((option) => option.value === String(at))) {
      place.append(new Option(`${at + 1}. ${blocks[at].textContent.slice(0, 60)}`, String(at)))
    }
    place.value = String(at)
    const words = selection.toString().trim().slice(0, 300)
    passage.value = words
    said.hidden = !words
    said.textContent = words ? `${panel.dataset.about}: «${words}»` : ""
  })
}

const start = () => {
  const panel = document.querySelector("[data-notes]")
  const field = document.querySelector("#field-body")
  const text = field?.querySelector(".ProseMirror")
  if (!panel || !text) return Boolean(panel) && Boolean(field)
  begin(panel, field, text)
  const form = panel.querySelector("#new-note")
  if (form) choose(form, text, panel)
  return false
}

// The editor takes its place when its own module has run.
const wait = (left) => {
  if (start() && left > 0) setTimeout(() => wait(left - 1), 100)
}
wait(50)
