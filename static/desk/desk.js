// What the desk's pages do besides: nothing here is needed to write, review or publish.
const form = document.querySelector("[data-desk=article]")

const count = (input) => {
  const limit = Number(input.dataset.counts)
  const output = document.createElement("output")
  output.className = "desk-count"
  output.setAttribute("for", input.id)
  // Seen, not read aloud at every letter.
  output.setAttribute("aria-live", "off")
  const show = () => {
    // Marks and what cannot be seen are no letters to the eye.
    const letters = [...input.value.replace(/[\p{Mn}\p{Cf}]/gu, "").trim()].length
    output.value = `${letters} / ${limit}`
    output.classList.toggle("is-long", letters > limit)
  }
  input.after(output)
  input.addEventListener("input", show)
  show()
}

// As the house folds names: marks off, the forms of alef, yeh and teh marbuta alike.
const folded = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{Mn}\u0640]/gu, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/ى/g, "ي")
    .replace(/ة/g, "ه")
    .toLocaleLowerCase()

const suggest = (input) => {
  const names = [...document.querySelectorAll(`#${input.dataset.suggests} option`)].map((option) => option.value)
  const list = document.createElement("ul")
  list.className = "desk-suggestions"
  list.hidden = true
  input.after(list)
  const parts = () => input.value.split(/[,،;؛]/)
  const choose = (name) => {
    const comma = input.form.querySelector("textarea[lang]")?.lang === "ar" ? "، " : ", "
    const kept = parts().slice(0, -1).map((part) => part.trim())
    input.value = [...kept.filter(Boolean), name, ""].join(comma)
    list.hidden = true
    input.dispatchEvent(new Event("input", { bubbles: true }))
    input.focus()
  }
  input.addEventListener("input", () => {
    const typed = folded(parts().at(-1).trim())
    const there = new Set(parts().map((part) => part.trim()))
    const fitting = typed.length < 2 ? [] : names.filter((name) => folded(name).includes(typed))
    list.replaceChildren(
      ...fitting
        .filter((name) => !there.has(name))
        .slice(0, 8)
        .map((name) => {
          const button = document.createElement("button")
          button.type = "button"
          button.textContent = name
          button.addEventListener("click", () => choose(name))
          const item = document.createElement("li")
          item.append(button)
          return item
        }),
    )
    list.hidden = !list.children.length
  })
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") list.hidden = true
  })
}

const addRows = (button) => {
  const prefix = button.dataset.adds
  const rows = document.querySelector(`[data-rows=${prefix}]`)
  const total = document.getElementById(`id_${prefix}-TOTAL_FORMS`)
  // The empty row that works without scripts comes only when it is asked for.
  const inUse = rows.lastElementChild
  const model = inUse || document.querySelector(`template[data-model=${prefix}]`).content.firstElementChild
  if (inUse && [...model.querySelectorAll("select, textarea")].every((field) => !field.value || field.name.endsWith("-role"))) {
    model.remove()
    total.value = Number(total.value) - 1
  }
  button.hidden = false
  button.addEventListener("click", () => {
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
    row.querySelector("select, input, textarea")?.focus()
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

const leadToFields = () => {
  for (const link of document.querySelectorAll(".desk-findings a[href^='#']")) {
    link.addEventListener("click", () => {
      const field = document.querySelector(link.getAttribute("href"))
      field?.querySelector("[contenteditable], input:not([type=hidden]), textarea, select")?.focus()
    })
  }
}

if (form) {
  form.querySelectorAll("[data-counts]").forEach(count)
  form.querySelectorAll("[data-suggests]").forEach(suggest)
  form.querySelectorAll("[data-adds]").forEach(addRows)
  keepUnsaved()
  leadToFields()
}
