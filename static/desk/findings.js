// What the checks find, beside the text and in it: one click mends, another leaves it with a reason, F8 walks on.
// The server looks; here are the list of the side panel and what its buttons and keys do.
import { mendLine, showBeside, type, unitsOf } from "desk/beside"
import { markBody, markOf, mendBody, unmark, visibleText } from "desk/marks"
import { gettext } from "django-prose-editor/editor"

const QUIET = 700

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

  // The first of each field on the line of its label; the list has all of them.
  beside() {
    for (const [name, input] of Object.entries(this.inputs())) {
      const own = this.findings.filter((finding) => finding.name === name)
      const host = input?.parentElement ?? document.getElementById("field-body")
      // Those of the text are marked in it.
      const shown = input || !own.length ? own : [{ ...own[0], sentence: `${gettext("findings now")}: ${own.length} · F8`, replacement: null }]
      const mend = (finding) => this.mend([finding], () => host.querySelector(".desk-beside button") ?? input)
      showBeside(host, input, shown, { mend: this.mends && mend, word: gettext("mend") })
    }
  }

  button(words, act, label = words) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: words })
    if (label !== words) button.setAttribute("aria-label", label)
    button.addEventListener("click", act)
    return button
  }

  item(finding, number) {
    const item = document.createElement("li")
    item.className = `is-${finding.severity}`
    item.dataset.number = number
    const link = Object.assign(document.createElement("a"), { href: `#${finding.anchor}`, textContent: finding.field })
    link.addEventListener("click", (event) => {
      event.preventDefault()
      this.go(number)
    })
    item.append(link, ": ", finding.sentence)
    if (finding.excerpt) {
      const excerpt = Object.assign(document.createElement("bdi"), { className: "desk-excerpt", lang: this.box.dataset.language })
      excerpt.textContent = finding.excerpt
      item.append(" ", excerpt)
    }
    if (this.mends) item.append(this.tools(finding))
    return item
  }

  tools(finding) {
    const row = Object.assign(document.createElement("span"), { className: "desk-mends" })
    const to = finding.replacement?.trim()
    if (finding.replacement !== null) {
      const label = `${gettext("mend")}: ${finding.excerpt} ${to ? `← ${to}` : ""}`
      row.append(this.button(gettext("mend"), () => this.mend([finding]), label))
      const kind = this.findings.filter((other) => other.check === finding.check && other.replacement !== null && !other.is_quoted)
      if (kind[0] === finding && kind.length > 1) {
        row.append(this.button(`${gettext("mend all")} (${kind.length})`, () => this.mend(kind)))
      }
    }
    if (finding.insert) row.append(this.button(`${gettext("put in")}: ${finding.insert}`, () => this.putIn(finding)))
    if (finding.may_leave && this.box.dataset.article) {
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

  // Each kind of field in its own way, all of one click as one step back. Then the next is at hand.
  mend(findings, next) {
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
    if (next) next()?.focus()
    else this.focusNext()
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
