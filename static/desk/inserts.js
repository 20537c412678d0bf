// What is put into a text otherwise: pictures dropped or pasted, tables, and what is shown from elsewhere.
import { line, make, openDialog } from "desk/dialogs"
import { choosePictures, fieldOf, putIn } from "desk/pictures"
import { Extension, Node, Plugin, Table as StockTable, gettext, mergeAttributes } from "django-prose-editor/editor"

// ---- dropping, pasting ---------------------------------------------------------------------------------------------

const say = (editor, sentence) => {
  const output = fieldOf(editor)?.querySelector("[data-said]")
  if (output) output.value = sentence
}

const picturesIn = (data) => [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"))

// Word sends a drawing of what it copies along with the words: there the words are meant.
const isWords = (data) => {
  const html = data.getData("text/html")
  return Boolean(html && new DOMParser().parseFromString(html, "text/html").body.textContent.trim())
}

export const DroppedPictures = Extension.create({
  name: "droppedPictures",
  addProseMirrorPlugins() {
    const { editor } = this
    const answer = (view, event) => {
      const data = event.dataTransfer ?? event.clipboardData
      const files = picturesIn(data)
      const html = data.getData("text/html")
      say(editor, /<img\b[^>]*\ssrc=["']?(?:https?:|file:)/i.test(html) && !files.length ? gettext("pictures of a page") : "")
      if (event.type === "drop" && data.files.length && !files.length) {
        event.preventDefault()
        say(editor, gettext("only pictures"))
        return true
      }
      if (!files.length || (event.type === "paste" && isWords(data))) return false
      event.preventDefault()
      const at = event.type === "drop" ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : null
      choosePictures(editor, { files, at: at ?? null })
      return true
    }
    const paste = (view, event) => answer(view, event) || pasteEmbed(editor, event)
    return [new Plugin({ props: { handleDrop: answer, handlePaste: paste } })]
  },
})

// A file dropped beside the text would take the browser away from what is being written.
for (const kind of ["dragover", "drop"]) {
  addEventListener(kind, (event) => {
    const isFile = event.dataTransfer?.types.includes("Files")
    if (isFile && !event.target.closest?.("input[type=file], [contenteditable]")) event.preventDefault()
  })
}

// ---- tables --------------------------------------------------------------------------------------------------------

const MOST_CELLS = 30

const askTable = (editor) => {
  const numbers = ["Rows", "Columns"].map((name) =>
    line(gettext(name), { type: "number", min: 1, max: MOST_CELLS, value: 3, dir: "ltr", inputMode: "numeric" }))
  const header = make("input", { type: "checkbox", checked: true })
  const parts = [...numbers.map(({ part }) => part), make("p", {}, make("label", {}, header, ` ${gettext("Include header row")}`))]
  openDialog(gettext("table"), parts, () => {
    for (const { input, say } of numbers) say(input.validationMessage)
    const wrong = numbers.find(({ input }) => !input.validity.valid || !input.value)
    if (wrong) return wrong.input.focus()
    const [rows, cols] = numbers.map(({ input }) => Number(input.value))
    return editor.chain().focus().insertTable({ rows, cols, withHeaderRow: header.checked }).run()
  })
}

export const Table = StockTable.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      insertTableWithOptions:
        () =>
        ({ editor }) => {
          askTable(editor)
          return true
        },
    }
  },
})

// ---- from elsewhere ------------------------------------------------------------------------------------------------

const PLACES = [
  ["youtube", /(?:youtube\.com\/(?:watch\?(?:.*&)?v=|shorts\/|live\/|embed\/)|youtu\.be\/)([\w-]{11})/],
  ["vimeo", /vimeo\.com\/(?:video\/)?(\d{6,12})/],
  ["x", /(?:twitter|x)\.com\/\w+\/status\/(\d{5,20})/],
  ["instagram", /instagram\.com\/(?:p|reel|tv)\/([\w-]{5,40})/],
  ["facebook", /facebook\.com\/([A-Za-z0-9.]{1,60}\/(?:posts|videos)\/[A-Za-z0-9]{5,100})/],
  ["tiktok", /tiktok\.com\/@[\w.]+\/video\/(\d{15,22})/],
  ["soundcloud", /soundcloud\.com\/([a-z0-9_-]{2,60}\/[a-z0-9_-]{2,120})/],
]

const embedOf = (address) => {
  for (const [place, pattern] of PLACES) {
    const found = address.match(pattern)
    if (found) return `${place}:${found[1]}`
  }
  return null
}

export const Embed = Node.create({
  name: "embed",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    embed: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-embed"),
      renderHTML: ({ embed }) => ({ "data-embed": embed }),
    },
  }),
  parseHTML: () => [{ tag: "div.embed[data-embed]" }],
  renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes({ class: "embed" }, HTMLAttributes)],

  addNodeView() {
    return ({ node }) => ({ dom: make("div", { className: "embed", dir: "ltr", textContent: node.attrs.embed }) })
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "embed",
      groups: "nodes",
      button: buttons.material("smart_display", "embed"),
      active: (editor) => editor.isActive("embed"),
      command: (editor) => {
        const address = line(gettext("embed address"), { type: "url", dir: "ltr", placeholder: "https://" })
        openDialog(gettext("embed"), [address.part], () => {
          const embed = embedOf(address.input.value.trim())
          address.say(embed ? "" : gettext("not embeddable"))
          if (embed) putIn(editor, [{ type: "embed", attrs: { embed } }])
          else address.input.focus()
          return Boolean(embed)
        })
      },
    })
  },
})

// The address of a film or a post, pasted alone on an empty line, is meant to be seen there.
const pasteEmbed = (editor, event) => {
  const address = event.clipboardData?.getData("text/plain").trim() ?? ""
  const { $from } = editor.state.selection
  const embed = /^https:\/\/\S+$/.test(address) ? embedOf(address) : null
  if (!embed || $from.parent.type.name !== "paragraph" || $from.parent.content.size || $from.depth > 1) return false
  putIn(editor, [{ type: "embed", attrs: { embed } }])
  return true
}
