// The findings in the text itself: where each stands now, however the text has grown since, and how its mending is typed in.
import { unitsOf } from "desk/beside"
import { Extension, Plugin, pm } from "django-prose-editor/editor"

const { Decoration, DecorationSet } = pm.view
const { PluginKey } = pm.state
const KEY = new PluginKey("findings")
const MASK = "\uFFFC"

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

export const unmark = (editor, findings) => {
  const marks = findings.map((finding) => markOf(editor, finding)).filter(Boolean)
  const kept = KEY.getState(editor.state).remove(marks)
  editor.view.dispatch(editor.state.tr.setMeta(KEY, kept).setMeta("addToHistory", false))
}

export const markOf = (editor, finding) => KEY.getState(editor.state).find(undefined, undefined, (spec) => spec.finding === finding)[0]

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
