// What the checks find, beside the text and in it: one click mends, another leaves it with a reason, F8 walks on.
// The server looks; here is only where each finding stands now and how its mending is typed in.
import { Extension, Plugin, gettext, pm } from "django-prose-editor/editor"

const { Decoration, DecorationSet } = pm.view
const { PluginKey } = pm.state
const KEY = new PluginKey("findings")
const MASK = "\uFFFC"
const QUIET = 700

// The visible text of a document as the checks count it, and where each of its letters stands: an empty line between
// blocks, what is verbatim masked letter by letter.
export const visibleText = (doc) => {
  const parts = []
  const places = []
  const put = (text, position, moves) => {
    parts.push(text)
    for (let at = 0; at < text.length; at += 1) places.push(moves ? position + at : position)
  }
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    if (parts.length) put("\n\n", position, false)
    node.descendants((child, offset) => {
      const at = position + 1 + offset
      if (child.isText) {
        const isMasked = child.marks.some(({ type }) => type.name === "verbatim" || type.name === "quran")
        put(isMasked ? MASK.repeat(child.text.length) : child.text, at, true)
      } else if (child.type.name === "hardBreak") put("\n", at, true)
    })
    return false
  })
  return { text: parts.join(""), places }
}

// Python counts characters, a browser halves of some: only texts with emoji and their like need the table.
const unitsOf = (text) => {
  if (!/[\ud800-\udfff]/.test(text)) return (at) => at
  const starts = []
  for (let at = 0; at < text.length; at += text.codePointAt(at) > 0xffff ? 2 : 1) starts.push(at)
  starts.push(text.length)
  return (at) => starts[Math.min(at, starts.length - 1)]
}

const plugin = () =>
  new Plugin({
    key: KEY,
    state: {
      init: () => DecorationSet.empty,
      apply: (change, marks) => change.getMeta(KEY) ?? marks.map(change.mapping, change.doc),
    },
    props: { decorations: (state) => KEY.getState(state) },
  })

// What was saved is read with all its blanks, also where a page would show one: a verse keeps every letter of its own,
// and the places that the server counts are those of the text.
export const Findings = Extension.create({
  name: "findings",
  onBeforeCreate() {
    this.editor.options.parseOptions = { preserveWhitespace: true }
  },
  addProseMirrorPlugins: () => [plugin()],
})

// ---- the body ------------------------------------------------------------------------------------------------------

export const markBody = (editor, seen, findings) => {
  const { text, places } = seen
  const units = unitsOf(text)
  const marks = findings.flatMap((finding) => {
    const [start, end] = [units(finding.start), units(finding.end)]
    if (start >= end || end > places.length) return []
    const attributes = { class: `desk-mark is-${finding.severity}`, title: finding.sentence }
    return [Decoration.inline(places[start], places[end - 1] + 1, attributes, { finding })]
  })
  editor.view.dispatch(editor.state.tr.setMeta(KEY, DecorationSet.create(editor.state.doc, marks)).setMeta("addToHistory", false))
}

const unmark = (editor, findings) => {
  const marks = findings.map((finding) => markOf(editor, finding)).filter(Boolean)
  const kept = KEY.getState(editor.state).remove(marks)
  editor.view.dispatch(editor.state.tr.setMeta(KEY, kept).setMeta("addToHistory", false))
}

const markOf = (editor, finding) => KEY.getState(editor.state).find(undefined, undefined, (spec) => spec.finding === finding)[0]

// Where the letters of a finding and the one behind it stand now, one after the other; nothing when somebody has typed into them since.
const lettersOf = (editor, { text, places }, finding) => {
  const mark = markOf(editor, finding)
  if (!mark) return null
  let [first, end] = [0, places.length]
  while (first < end) {
    const middle = (first + end) >> 1
    if (places[middle] < mark.from) first = middle + 1
    else end = middle
  }
  if (text.slice(first, first + finding.found.length) !== finding.found) return null
  return places.slice(first, first + finding.found.length + 1)
}

export const mendBody = (editor, findings) => {
  const change = editor.state.tr
  const seen = visibleText(editor.state.doc)
  const done = findings.filter((finding) => {
    const letters = lettersOf(editor, seen, finding)
    if (!letters) return false
    const units = unitsOf(finding.found)
    for (const [first, last, text] of finding.edits) {
      const [from, to] = [units(first), units(last)]
      const behind = to > from ? letters[to - 1] + 1 : from ? letters[from - 1] + 1 : letters[0]
      const place = (at) => change.mapping.map(at, -1)
      // What stands between two blocks is no letter: to take it out is to join them.
      const joins = finding.found.slice(from, to).includes("\n\n")
      const [start, end] = joins ? [letters[from - 1] + 1, letters[to]] : [to > from ? letters[from] : behind, behind]
      const [left, right] = [place(start), place(end)]
      if (text) change.insertText(text, left, right)
      else change.delete(left, right)
    }
    return true
  })
  if (done.length) editor.view.dispatch(change)
  return done
}

// ---- one-line fields -----------------------------------------------------------------------------------------------

// Typed as a person would, so that the browser's own undo takes it back.
const type = (input, start, end, text) => {
  input.focus()
  input.setSelectionRange(start, end)
  const isDone = text ? document.execCommand("insertText", false, text) : document.execCommand("delete")
  if (!isDone) {
    input.setRangeText(text, start, end, "end")
    input.dispatchEvent(new Event("input", { bubbles: true }))
  }
}

const mendLine = (input, findings) => {
  const units = unitsOf(input.value)
  const whole = input.value
  const done = findings.filter(({ start, end, found }) => whole.slice(units(start), units(end)) === found)
  for (const { start, end, replacement } of [...done].sort((a, b) => b.start - a.start)) {
    type(input, units(start), units(end), replacement)
  }
  return done
}

// ---- the desk ------------------------------------------------------------------------------------------------------

class Panel {
  constructor(box, editor) {
    this.box = box
    this.editor = editor
    this.form = box.closest("form")
    this.list = box.querySelector("ul")
    this.mends = "mends" in box.dataset
    this.undone = []
    this.at = -1
    this.asked = 0
    this.status = Object.assign(document.createElement("p"), { className: "desk-quiet", role: "status" })
    this.list.before(this.status)
    const saved = JSON.parse(box.dataset.findings)
    this.show(saved)
    // Where the editor made something else of the saved text, its places are not this one's.
    if (saved.is_old || !saved.findings.every((finding) => this.standsThere(finding))) this.look()
    this.form.addEventListener("input", () => this.soon())
    this.form.addEventListener("change", ({ target }) => target.matches("select, [type=checkbox]") && this.soon())
    editor.on("update", () => this.soon())
    document.addEventListener("keydown", (event) => this.key(event))
  }

  inputs() {
    const fields = { body: null }
    for (const input of this.form.querySelectorAll("#text input[lang], #text textarea[lang]")) {
      const formats = input.closest("[data-formats]")?.dataset.formats.split(" ")
      const isTheirs = !formats || formats.includes(this.form.elements.format?.value)
      if (input.name !== "body" && isTheirs) fields[input.name] = input
    }
    for (const input of this.form.querySelectorAll("[name^=photos-][name$=-alt], [name^=photos-][name$=-caption]")) {
      const [, number, part] = input.name.split("-")
      const row = (name) => this.form.elements[`photos-${number}-${name}`]
      const isThere = row("photo")?.value && !row("remove")?.checked
      const owes = !row("is_decorative")?.checked
      if (isThere && (owes || (part === "caption" && input.value))) fields[`photo.${Number(number) + 1}.${part}`] = input
    }
    return fields
  }

  typed() {
    const body = visibleText(this.editor.state.doc)
    const fields = Object.fromEntries(Object.entries(this.inputs()).map(([name, input]) => [name, input ? input.value : body.text]))
    this.owed(fields)
    const { article, language } = this.box.dataset
    return { article: article ? Number(article) : null, language, fields }
  }

  // Only news owes a place, and all but a flash a byline, as where a saved text is looked through.
  owed(fields) {
    const format = this.form.elements.format?.value
    if (!format) return
    if (!fields.dateline && format !== "news") delete fields.dateline
    const names = [...this.form.querySelectorAll("[name^=bylines-][name$=-who]")]
    if (format !== "flash" && !names.some(({ value }) => value)) fields.byline = ""
  }

  standsThere({ name, start, excerpt }) {
    if (name !== "body" || !excerpt) return true
    const { text } = visibleText(this.editor.state.doc)
    return text.startsWith(excerpt.replace(/…$/, ""), unitsOf(text)(start))
  }

  soon() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.look(), QUIET)
  }

  async ask(address, more = {}) {
    const answer = await fetch(address, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.form.elements.csrfmiddlewaretoken.value },
      body: JSON.stringify({ ...this.typed(), ...more }),
    })
    return { isDone: answer.ok, said: await answer.json() }
  }

  async look() {
    const number = (this.asked += 1)
    const sent = JSON.stringify(this.typed())
    try {
      const { isDone, said } = await this.ask(this.box.dataset.address)
      // What was typed meanwhile is looked at soon; these places are of another text.
      if (number !== this.asked || sent !== JSON.stringify(this.typed())) return
      if (isDone) this.show(said)
      else this.status.textContent = said.refusal
    } catch {
      if (number === this.asked) this.status.textContent = gettext("not looked")
    }
  }

  show({ findings, more }) {
    markBody(this.editor, visibleText(this.editor.state.doc), findings.filter(({ name }) => name === "body"))
    this.tell(findings, more)
  }

  tell(findings, more) {
    this.findings = findings
    const place = this.list.contains(document.activeElement) ? this.at : null
    const isWalking = this.list.querySelector("[aria-current]") !== null
    this.list.replaceChildren(...findings.map((finding, number) => this.item(finding, number)))
    if (!findings.length) this.list.append(Object.assign(document.createElement("li"), { textContent: gettext("nothing to mend") }))
    let note = this.box.querySelector("[data-more]")
    if (!note) {
      note = Object.assign(document.createElement("p"), { className: "desk-quiet" })
      note.dataset.more = ""
      this.box.append(note)
    }
    note.textContent = more
    if (this.undone.length) this.list.prepend(this.undoItem())
    this.beside()
    this.at = Math.min(this.at, findings.length - 1)
    const walked = findings.findIndex((finding) => finding.place === this.walked)
    // A mending beside it gives a finding another place; the next one in the list is walked on from then.
    if (walked >= 0) this.mark(walked)
    else if (isWalking && this.at >= 0) this.mark(this.at)
    if (place !== null) (this.list.querySelectorAll("li[data-number]")[this.at] ?? this.list.firstElementChild)?.querySelector("button, a")?.focus()
  }

  // How many stand at each field, said beside it; the list has each of them.
  beside() {
    for (const [name, input] of Object.entries(this.inputs())) {
      const field = input ?? this.form.elements.body
      const own = this.findings.filter((finding) => finding.name === name)
      const shown = input?.parentElement ?? document.getElementById("field-body")
      let list = shown.querySelector(":scope > .desk-beside")
      if (!list) {
        if (!own.length) continue
        list = Object.assign(document.createElement("ul"), { className: "desk-beside", id: `beside-${field.id || name}` })
        shown.append(list)
        input?.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), list.id].filter(Boolean).join(" "))
      }
      const most = input ? 4 : 0
      list.replaceChildren(...own.slice(0, most).map((finding) => this.item(finding, this.findings.indexOf(finding), true)))
      if (!input && own.length) {
        const item = document.createElement("li")
        item.textContent = `${gettext("findings now")}: ${own.length} · F8`
        list.append(item)
      }
      input?.classList.toggle("has-findings", own.length > 0)
    }
  }

  button(words, act, label = words) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words })
    if (label !== words) button.setAttribute("aria-label", label)
    button.addEventListener("click", act)
    return button
  }

  item(finding, number, isBeside = false) {
    const item = document.createElement("li")
    item.className = `is-${finding.severity}`
    if (!isBeside) {
      item.dataset.number = number
      const link = Object.assign(document.createElement("a"), { href: `#${finding.anchor}`, textContent: finding.field })
      link.addEventListener("click", (event) => {
        event.preventDefault()
        this.go(number)
      })
      item.append(link, ": ")
    }
    item.append(finding.sentence)
    if (finding.excerpt && !isBeside) {
      const excerpt = Object.assign(document.createElement("bdi"), { className: "desk-excerpt", lang: this.box.dataset.language })
      excerpt.textContent = finding.excerpt
      item.append(" ", excerpt)
    }
    if (this.mends) item.append(this.tools(finding, isBeside))
    return item
  }

  tools(finding, isBeside) {
    const row = Object.assign(document.createElement("span"), { className: "desk-mends" })
    const to = finding.replacement?.trim()
    if (finding.replacement !== null) {
      const label = `${gettext("mend")}: ${finding.excerpt} ${to ? `← ${to}` : ""}`
      row.append(this.button(gettext("mend"), () => this.mend([finding]), label))
      const kind = this.findings.filter((other) => other.check === finding.check && other.replacement !== null && !other.is_quoted)
      if (!isBeside && kind[0] === finding && kind.length > 1) {
        row.append(this.button(`${gettext("mend all")} (${kind.length})`, () => this.mend(kind)))
      }
    }
    if (finding.insert) row.append(this.button(`${gettext("put in")}: ${finding.insert}`, () => this.putIn(finding)))
    if (finding.may_leave && this.box.dataset.article && !isBeside) {
      const label = `${gettext("leave it")}: ${finding.excerpt || finding.sentence}`
      row.append(this.button(gettext("leave it"), ({ target }) => this.askWhy(finding, target), label))
    }
    return row
  }

  undoItem() {
    const item = document.createElement("li")
    item.append(this.button(gettext("undo mending"), () => {
      this.undone.pop()()
      this.soon()
      this.status.textContent = ""
    }))
    return item
  }

  // Each kind of field in its own way, all of one click as one step back.
  mend(findings) {
    const inputs = this.inputs()
    const steps = []
    const done = []
    const inBody = findings.filter(({ name }) => name === "body")
    const mended = mendBody(this.editor, inBody)
    if (mended.length) steps.push(() => this.editor.commands.undo())
    done.push(...mended)
    for (const [name, input] of Object.entries(inputs)) {
      const own = input ? findings.filter((finding) => finding.name === name) : []
      if (!own.length) continue
      const before = input.value
      const lines = mendLine(input, own)
      this.shift(name, lines)
      if (lines.length) steps.push(() => type(input, 0, input.value.length, before))
      done.push(...lines)
    }
    if (steps.length) this.undone.push(() => steps.forEach((step) => step()))
    const gone = new Set(done)
    const at = this.findings.indexOf(findings[0])
    unmark(this.editor, mended)
    this.tell(this.findings.filter((finding) => !gone.has(finding)), this.box.querySelector("[data-more]").textContent)
    this.status.textContent = `${gettext("mended")} (${done.length})`
    this.at = Math.min(at, this.findings.length - 1) - 1
    this.focusNext()
    clearTimeout(this.timer)
    this.look()
  }

  // The findings that stand behind what was mended in the same line move with it.
  shift(name, mended) {
    for (const { start, end, replacement } of [...mended].sort((a, b) => b.start - a.start)) {
      const by = [...replacement].length - (end - start)
      for (const finding of this.findings) {
        if (finding.name === name && finding.start >= end) Object.assign(finding, { start: finding.start + by, end: finding.end + by })
      }
    }
  }

  focusNext() {
    const item = this.list.querySelectorAll("li[data-number]")[this.at + 1] ?? this.list.firstElementChild
    item?.querySelector(".desk-mends button, button")?.focus()
  }

  putIn({ insert }) {
    this.editor.chain().focus().insertContent(insert).run()
    this.undone.push(() => this.editor.commands.undo())
    this.soon()
  }

  askWhy(finding, button) {
    const row = button.parentElement
    const reason = Object.assign(document.createElement("input"), { type: "text", maxLength: 300, dir: "auto" })
    reason.setAttribute("aria-label", gettext("why leave"))
    reason.placeholder = gettext("why leave")
    const send = async () => {
      const { said } = await this.ask(this.box.dataset.leave, { place: finding.place, reason: reason.value })
      if (said.findings) this.show(said)
      this.status.textContent = said.refusal ?? ""
    }
    reason.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault()
        send()
      } else if (event.key === "Escape") this.look()
    })
    reason.addEventListener("input", (event) => event.stopPropagation())
    row.replaceChildren(reason, this.button(gettext("leave it"), send))
    reason.focus()
  }

  // F8 to the next finding, Shift+F8 to the one before, Alt+Enter mends the one that is shown.
  key(event) {
    if (event.key === "F8" && this.findings.length) {
      event.preventDefault()
      const count = this.findings.length
      this.go((this.at + (event.shiftKey ? count - 1 : 1) + (this.at < 0 && event.shiftKey ? 1 : 0)) % count)
    } else if (event.key === "Enter" && event.altKey && this.mends && this.findings[this.at]?.replacement != null) {
      event.preventDefault()
      const at = this.at
      this.mend([this.findings[at]])
      if (this.findings.length) this.go(Math.min(at, this.findings.length - 1))
    }
  }

  mark(number) {
    this.at = number
    this.walked = this.findings[number].place
    for (const item of this.list.querySelectorAll("li")) {
      if (item.dataset.number === String(number)) item.setAttribute("aria-current", "true")
      else item.removeAttribute("aria-current")
    }
  }

  go(number) {
    this.mark(number)
    const finding = this.findings[number]
    const input = this.inputs()[finding.name]
    this.list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" })
    this.status.textContent = `${number + 1} / ${this.findings.length}: ${finding.field}: ${finding.sentence}`
    if (input) {
      input.closest("details")?.setAttribute("open", "")
      input.focus()
      const units = unitsOf(input.value)
      input.setSelectionRange(units(finding.start), units(finding.end))
      return
    }
    const mark = markOf(this.editor, finding)
    const chain = this.editor.chain().focus()
    if (mark) chain.setTextSelection({ from: mark.from, to: mark.to }).scrollIntoView().run()
    else chain.run()
  }
}

document.addEventListener("prose-editor:ready", ({ detail: { editor } }) => {
  const box = document.querySelector("[data-findings]")
  if (!box) return
  const begin = () => new Panel(box, editor)
  // The package makes its tools a moment after it says that it is ready.
  if (editor.storage.menu?.dom) begin()
  else editor.on("create", begin)
})
