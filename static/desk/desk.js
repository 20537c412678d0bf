// What the desk's pages do besides: nothing here is needed to write, review or publish.
const form = document.querySelector("[data-desk=article]")

const addRows = (button) => {
  const prefix = button.dataset.adds
  const rows = document.querySelector(`[data-rows=${prefix}]`)
  const total = document.getElementById(`id_${prefix}-TOTAL_FORMS`)
  // The empty row that works without scripts comes only when it is asked for.
  const inUse = rows.lastElementChild
  const first = inUse || document.querySelector(`template[data-model=${prefix}]`).content.firstElementChild
  const model = first.cloneNode(true)
  model.removeAttribute("data-spare")
  if (inUse && [...model.querySelectorAll("select, textarea")].every((field) => !field.value || field.name.endsWith("-role"))) {
    inUse.remove()
    total.value = Number(total.value) - 1
  }
  const add = () => {
    const number = Number(total.value)
    const row = model.cloneNode(true)
    for (const field of row.querySelectorAll("input:not([type=checkbox]), textarea")) field.value = ""
    const old = new RegExp(`${prefix}-(\\d+|__prefix__)`, "g")
    for (const element of [row, ...row.querySelectorAll("*")]) {
      for (const { name, value } of [...element.attributes]) {
        if (old.test(value)) element.setAttribute(name, value.replace(old, `${prefix}-${number}`))
      }
    }
    rows.append(row)
    total.value = number + 1
    row.dispatchEvent(new CustomEvent("desk:row", { bubbles: true }))
    return row
  }
  button.hidden = false
  button.addEventListener("click", () => add().querySelector("input:not([type=hidden]), select:not([hidden]), textarea")?.focus())
  // The editor's module adds a row for a picture that was dropped.
  button.addEventListener("desk:add", ({ detail }) => {
    detail.row = add()
  })
}

const keepUnsaved = () => {
  let isDirty = false
  form.addEventListener("input", () => {
    isDirty = true
    // What is refused of the saved text may be open to the one that is being typed; the server decides.
    for (const button of form.querySelectorAll("button[formaction]:disabled")) button.disabled = false
  })
  form.addEventListener("submit", (event) => {
    // A preview opens beside the form, which keeps what it has.
    if (event.submitter?.hasAttribute("data-stays")) return
    const size = [...new FormData(form).values()].reduce((sum, value) => sum + new Blob([value]).size, 0)
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files])
    if (size - files.reduce((sum, file) => sum + file.size, 0) < Number(form.dataset.most)) {
      isDirty = false
      return
    }
    // The server could only answer by a page without the text.
    event.preventDefault()
    let note = form.querySelector("[data-note=too-large]")
    if (!note) {
      note = document.createElement("p")
      note.className = "errornote"
      note.dataset.note = "too-large"
      note.setAttribute("role", "alert")
      form.querySelector(".desk-bar").after(note)
    }
    note.textContent = form.dataset.tooLarge
    note.scrollIntoView({ block: "center" })
  })
  window.addEventListener("beforeunload", (event) => {
    if (isDirty) event.preventDefault()
  })
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return
    event.preventDefault()
    const button = form.querySelector("[data-saves]")
    if (button) form.requestSubmit(button)
  })
}

// A link to a field puts the cursor into it, wherever it is folded away.
const TAKES_FOCUS = "[contenteditable=true], input:not([type=hidden]), textarea, select:not([hidden]), summary"
const leadToFields = () => {
  for (const link of document.querySelectorAll(":is(.desk-findings, .desk-wrong) a[href^='#']")) {
    link.addEventListener("click", (event) => {
      const place = document.querySelector(link.getAttribute("href"))
      for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true
      const field = [...(place?.querySelectorAll(TAKES_FOCUS) ?? [])].find((each) => each.checkVisibility())
      if (!field) return
      event.preventDefault()
      field.focus()
      field.scrollIntoView({ block: "center" })
    })
  }
}

// What sticks below the bar has to know how high it is: it says why not, and wraps.
const measureBar = () => {
  const bar = form.querySelector(".desk-bar")
  if (!bar) return
  const say = () => document.documentElement.style.setProperty("--desk-bar", `${bar.offsetHeight}px`)
  new ResizeObserver(say).observe(bar)
}

if (form) {
  measureBar()
  form.querySelectorAll("[data-adds]").forEach(addRows)
  keepUnsaved()
  leadToFields()
}
