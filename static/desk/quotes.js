// Quotation marks as the house prints them, while one types: « » in Arabic with “ ” inside, curly ones in English.
// The straight mark comes back by one step: Backspace at once, or undo. What is verbatim is left alone.
import { Extension, Plugin, pm } from "django-prose-editor/editor"

const { closeHistory } = pm.history
const { PluginKey } = pm.state
const KEY = new PluginKey("quotes")
const OPENS = /(?:^|[\s([{«“‘—–/-])$/u
const MEASURED = /[\d٠-٩]$/u
const house = document.querySelector("[data-quotes]")?.dataset.quotes ?? ""

const count = (text, sign) => text.split(sign).length - 1

const arabic = (before) => {
  const isOpen = count(before, "«") > count(before, "»")
  const isInnerOpen = isOpen && count(before.slice(before.lastIndexOf("«")), "“") > count(before.slice(before.lastIndexOf("«")), "”")
  if (!isOpen) return MEASURED.test(before) ? null : "«"
  if (isInnerOpen) return "”"
  return OPENS.test(before) && !/«$/.test(before) ? "“" : "»"
}

const english = (before, typed) => {
  if (typed === '"' && MEASURED.test(before) && count(before, "“") <= count(before, "”")) return null
  if (typed === '"') return OPENS.test(before) ? "“" : "”"
  return OPENS.test(before) ? "‘" : "’"
}

// What the house prints for a straight mark that is typed behind these words; null leaves it straight.
export const printed = (typed, before, language, wanted = house) => {
  if (wanted === "off" || wanted === "straight") return null
  if (language === "ar") return typed === '"' ? arabic(before) : null
  return english(before, typed)
}

// ---- the body ------------------------------------------------------------------------------------------------------

const other = (language) => (language === "ar" ? "en" : "ar")

const languageAt = (view, $from) => {
  const own = view.dom.lang
  const marked = $from.marks().find(({ type }) => type.name === "otherLanguage")
  if (marked) return marked.attrs.lang
  return $from.parent.attrs.dir ? other(own) : own
}

const isLeftAlone = ({ storedMarks, selection }) =>
  (storedMarks ?? selection.$from.marks()).some(({ type }) => type.name === "verbatim" || type.name === "quran")

const handleTextInput = (view, from, to, typed) => {
  if (typed !== '"' && typed !== "'") return false
  if (isLeftAlone(view.state)) return false
  const $from = view.state.doc.resolve(from)
  const before = $from.parent.textBetween(0, $from.parentOffset, null, " ")
  const language = languageAt(view, $from)
  const sign = printed(typed, before, language, language === view.dom.lang ? house : "")
  if (!sign) return false
  view.dispatch(view.state.tr.insertText(typed, from, to))
  view.dispatch(closeHistory(view.state.tr).insertText(sign, from, from + 1).setMeta(KEY, { at: from + 1, typed }))
  view.dispatch(closeHistory(view.state.tr))
  return true
}

const handleKeyDown = (view, event) => {
  const last = KEY.getState(view.state)
  if (event.key !== "Backspace" || !last || event.ctrlKey || event.metaKey || event.altKey) return false
  const { empty, from } = view.state.selection
  if (!empty || from !== last.at) return false
  view.dispatch(view.state.tr.insertText(last.typed, from - 1, from))
  return true
}

export const Quotes = Extension.create({
  name: "quotes",
  addProseMirrorPlugins: () => [
    new Plugin({
      key: KEY,
      state: {
        init: () => null,
        apply: (change, last) => change.getMeta(KEY) ?? (change.docChanged || change.selectionSet ? null : last),
      },
      props: { handleTextInput, handleKeyDown },
    }),
  ],
})

// ---- one-line fields -----------------------------------------------------------------------------------------------

// Typed as a person would, so that the browser's own undo takes the second step back and leaves the straight mark.
const inLine = (input) => {
  let last = null
  let isOurs = false
  const put = (sign) => document.execCommand("insertText", false, sign)
  input.addEventListener("beforeinput", (event) => {
    if (isOurs) return
    const { inputType, data } = event
    const isBack = inputType === "deleteContentBackward" && last && input.selectionStart === input.selectionEnd
    if (isBack && input.selectionStart === last.at) {
      event.preventDefault()
      const { typed, at } = last
      isOurs = true
      input.setSelectionRange(at - 1, at)
      put(typed)
      isOurs = false
      last = null
      return
    }
    last = null
    if (inputType !== "insertText" || (data !== '"' && data !== "'")) return
    const before = input.value.slice(0, input.selectionStart)
    const sign = printed(data, before, input.lang)
    if (!sign) return
    event.preventDefault()
    isOurs = true
    put(data)
    const at = input.selectionStart
    input.setSelectionRange(at - 1, at)
    put(sign)
    isOurs = false
    last = { typed: data, at }
  })
  // An undo leaves the straight mark selected, where the next letter would take it away.
  input.addEventListener("input", ({ inputType }) => {
    const { selectionStart, selectionEnd, value } = input
    const isOne = inputType === "historyUndo" && selectionEnd - selectionStart === 1
    if (isOne && /["']/.test(value[selectionStart])) input.setSelectionRange(selectionEnd, selectionEnd)
  })
}

const lines = (within) => within.querySelectorAll("input[type=text][lang], textarea[lang]:not([name=body])")
const form = document.querySelector("[data-desk=article]")
if (form) {
  lines(form).forEach(inLine)
  form.addEventListener("desk:row", ({ target }) => lines(target).forEach(inLine))
}
