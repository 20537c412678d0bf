// What is chosen from more than a list can hold: found as one types, walked by the arrow keys. Without scripts the
// list under it, and the names between commas, work as they are.
const form = document.querySelector("[data-pick]")
const WAIT = 180

const ask = async (kind, typed) => {
  const address = form.dataset.pick.replace("/kind/", `/${kind}/`)
  const language = form.querySelector("[name=headline]")?.lang ?? ""
  const answer = await fetch(`${address}?${new URLSearchParams({ q: typed, language })}`)
  return answer.ok ? (await answer.json()).found : []
}

let made = 0

// A text field with a list of what fits; `choose` is told what was taken.
const combine = (input, { kind, typed, choose, own = () => [], place = input, keepsEnter = false }) => {
  const list = document.createElement("ul")
  list.className = "desk-suggestions"
  list.id = `desk-list-${(made += 1)}`
  list.setAttribute("role", "listbox")
  list.setAttribute("aria-label", input.labels?.[0]?.textContent.trim() || input.placeholder || kind)
  list.hidden = true
  place.after(list)
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": list.id,
    autocomplete: "off",
  })) input.setAttribute(name, value)

  let [options, at, timer, asked] = [[], -1, 0, 0]
  const mark = (index) => {
    at = index
    for (const [place, item] of [...list.children].entries()) item.setAttribute("aria-selected", place === at)
    const item = list.children[at]
    if (item) input.setAttribute("aria-activedescendant", item.id)
    else input.removeAttribute("aria-activedescendant")
    item?.scrollIntoView({ block: "nearest" })
  }
  const close = () => {
    clearTimeout(timer)
    asked += 1
    list.hidden = true
    input.setAttribute("aria-expanded", "false")
    mark(-1)
  }
  const take = (option) => {
    close()
    choose(option)
  }
  const show = (found) => {
    options = found
    list.replaceChildren(
      ...found.map((option, index) => {
        const item = document.createElement("li")
        item.id = `${list.id}-${index}`
        item.setAttribute("role", "option")
        item.setAttribute("aria-selected", "false")
        if (option.image) {
          const image = document.createElement("img")
          image.src = option.image
          image.alt = ""
          image.width = 56
          image.loading = "lazy"
          item.append(image)
        }
        const label = document.createElement("bdi")
        label.textContent = option.label
        if (option.lang) label.lang = option.lang
        item.append(label)
        if (option.hint) {
          const hint = document.createElement("small")
          hint.textContent = option.hint
          hint.dir = "auto"
          item.append(hint)
        }
        // Before the field loses the focus.
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault()
          take(option)
        })
        return item
      }),
    )
    list.hidden = !found.length
    input.setAttribute("aria-expanded", String(Boolean(found.length)))
    mark(-1)
  }
  const look = () => {
    clearTimeout(timer)
    const words = typed()
    const mine = (asked += 1)
    if (words.length < 2) return show(own(words))
    timer = setTimeout(async () => {
      try {
        const found = await ask(kind, words)
        if (mine === asked) show(found)
      } catch {
        if (mine === asked) show(own(words))
      }
    }, WAIT)
  }
  input.addEventListener("input", look)
  input.addEventListener("blur", close)
  input.addEventListener("keydown", (event) => {
    const isOpen = !list.hidden
    if (event.key === "ArrowDown" && !isOpen) look()
    else if (event.key === "ArrowDown" && isOpen) mark((at + 1) % options.length)
    else if (event.key === "ArrowUp" && isOpen) mark((at <= 0 ? options.length : at) - 1)
    else if (event.key === "Enter" && isOpen && at >= 0) take(options[at])
    else if (event.key === "Enter" && (isOpen || keepsEnter)) close() // A form is not sent by choosing.
    else if (event.key === "Escape" && isOpen) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
}

// Names between commas: what stands after the last one is looked for.
const several = (input) => {
  const parts = () => input.value.split(/[,،;؛]/).map((part) => part.trim())
  combine(input, {
    kind: input.dataset.suggests,
    typed: () => parts().at(-1),
    choose: ({ value }) => {
      const comma = form.querySelector("[name=headline]")?.lang === "ar" ? "، " : ", "
      const kept = parts().slice(0, -1).filter((part) => part && part !== value)
      input.value = [...kept, value, ""].join(comma)
      input.dispatchEvent(new Event("input", { bubbles: true }))
    },
  })
}

// A list that holds only the first few: a field before it finds the rest and puts them in.
const one = (select) => {
  const input = document.createElement("input")
  input.type = "text"
  input.dir = "auto"
  input.className = "desk-pick"
  input.disabled = select.disabled
  input.id = `${select.id}-pick`
  const label = form.querySelector(`label[for="${select.id}"]`)
  if (label) label.htmlFor = input.id
  const chosen = () => (select.value ? select.selectedOptions[0].textContent.trim() : "")
  input.value = chosen()
  select.before(input)
  select.hidden = true
  const choose = ({ value, label: name }) => {
    if (![...select.options].some((option) => option.value === value)) select.add(new Option(name, value))
    select.value = value
    input.value = chosen()
    select.dispatchEvent(new Event("input", { bubbles: true }))
    select.dispatchEvent(new Event("change", { bubbles: true }))
  }
  combine(input, {
    kind: select.dataset.picks,
    keepsEnter: true,
    typed: () => (input.value.trim() === chosen() ? "" : input.value.trim()),
    choose,
    own: () => [...select.options].filter((option) => option.value).slice(0, 12).map((option) => ({ value: option.value, label: option.textContent.trim() })),
  })
  select.addEventListener("change", () => {
    input.value = chosen()
  })
  input.addEventListener("blur", () => {
    if (!input.value.trim() && select.value) choose({ value: "", label: "" })
    input.value = chosen()
  })
  input.addEventListener("focus", () => input.select())
}

const within = (part) => {
  part.querySelectorAll("[data-suggests]").forEach(several)
  part.querySelectorAll("select[data-picks]:not([hidden])").forEach(one)
}

if (form) {
  within(form)
  form.addEventListener("desk:row", (event) => within(event.target))
}

// The editor's own dialogs ask for a list by an event: modules of the editor and of the form know nothing of each other.
document.addEventListener("desk:pick", ({ detail: { input, kind, choose } }) => {
  combine(input, { kind, keepsEnter: true, typed: () => input.value.trim(), choose })
})

// The editor's link dialog takes an address, or the words of a story of ours.
document.addEventListener("desk:link", ({ detail: input }) => {
  combine(input, {
    kind: "stories",
    typed: () => (/^(https?:|mailto:|tel:|[/#])/.test(input.value) ? "" : input.value.trim()),
    choose: ({ value }) => {
      input.value = value
    },
  })
})
