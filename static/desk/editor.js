// The house's own parts of the text editor: exactly what the sanitiser lets through, and nothing the package lacks.
import {
  Bold as StockBold,
  Extension,
  Italic as StockItalic,
  Link as StockLink,
  Mark,
  Node,
  Plugin,
  gettext,
  mergeAttributes,
  updateAttrsDialog,
} from "django-prose-editor/editor"

const ARABIC = /[\p{Script=Arabic}]/u
const LATIN = /[\p{Script=Latin}]/u

// A paragraph runs against the article only when foreign words outnumber its own by more than two to one: a headline's
// or a sentence's first word may well be a foreign name.
const directionOf = (text, base) => {
  let own = 0
  let foreign = 0
  for (const word of text.split(/\s+/)) {
    const isArabic = ARABIC.test(word)
    if (!isArabic && !LATIN.test(word)) continue
    if (isArabic === (base === "rtl")) own += 1
    else foreign += 1
  }
  return foreign > 2 * own ? (base === "rtl" ? "ltr" : "rtl") : null
}

const baseOf = (editor) => editor.options.element.querySelector("textarea")?.dir || "rtl"

export const OwnDirection = Extension.create({
  name: "ownDirection",

  addGlobalAttributes() {
    const plain = (name) => ({
      default: null,
      parseHTML: (element) => element.getAttribute(name),
      renderHTML: (attributes) => (attributes[name] ? { [name]: attributes[name] } : {}),
    })
    return [{ types: ["paragraph", "heading"], attributes: { dir: plain("dir"), lang: plain("lang") } }]
  },

  addProseMirrorPlugins() {
    const { editor } = this
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) => {
          if (!transactions.some((transaction) => transaction.docChanged)) return null
          const change = state.tr
          const base = baseOf(editor)
          state.doc.descendants((node, position) => {
            if (!["paragraph", "heading"].includes(node.type.name)) return
            const direction = node.textContent.trim() ? directionOf(node.textContent, base) : null
            if (node.attrs.dir !== direction) {
              change.setNodeMarkup(position, undefined, { ...node.attrs, dir: direction })
            }
          })
          return change.docChanged ? change : null
        },
      }),
    ]
  },
})

const TAGS = /<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi

// Word's lists come as paragraphs with a bullet typed before them.
const NUMBERED = /^\(?(?:[\d٠-٩]{1,3}|[a-zأ-ي])[.)-]/i
const withLists = (html) => {
  if (!/mso-list:/i.test(html)) return html
  const page = new DOMParser().parseFromString(html, "text/html")
  for (const paragraph of page.querySelectorAll('p[data-style*="mso-list"]')) {
    const bullet = paragraph.querySelector('span[data-style*="mso-list"]')
    const kind = NUMBERED.test(bullet?.textContent.trim() ?? "") ? "ol" : "ul"
    bullet?.remove()
    let list = paragraph.previousElementSibling
    if (!list?.matches(`${kind}[data-word]`)) {
      list = page.createElement(kind)
      list.dataset.word = ""
      paragraph.before(list)
    }
    const item = page.createElement("li")
    item.append(...paragraph.childNodes)
    list.append(item)
    paragraph.remove()
  }
  return page.body.innerHTML
}

// The policy refuses styles and handlers even in a text that is only taken apart; what styles say of bold and italic
// is kept.
export const PastedText = Extension.create({
  name: "pastedText",
  transformPastedHTML: (html) =>
    withLists(
      html
        .replace(/<(style|del)\b[\s\S]*?<\/\1>/gi, "")
        .replace(TAGS, (tag) => tag.replace(/\s(style|on\w+)(?=\s*=)/gi, " data-$1")),
    ),
})

const styled = (Stock, [tag, visual], isOff, isOn) =>
  Stock.extend({
    parseHTML: () => [
      { tag },
      { tag: visual, getAttrs: ({ dataset }) => (isOff.test(dataset.style) ? false : null) },
      { tag: "span[data-style]", consuming: false, getAttrs: ({ dataset }) => (isOn.test(dataset.style) ? null : false) },
    ],
  })

export const Bold = styled(StockBold, ["strong", "b"], /font-weight:\s*(?:normal|400)/i, /font-weight:\s*(?:bold|[6-9]00)/i)
export const Italic = styled(StockItalic, ["em", "i"], /font-style:\s*normal/i, /font-style:\s*italic/i)

export const PullQuote = Node.create({
  name: "pullQuote",
  group: "block",
  content: "paragraph+",
  defining: true,
  parseHTML: () => [{ tag: "aside.pullquote" }],
  renderHTML: () => ["aside", { class: "pullquote" }, 0],

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "nodes",
      button: buttons.material("format_quote", "pull quote"),
      active: (editor) => editor.isActive("pullQuote"),
      command: (editor) => {
        if (editor.isActive("pullQuote")) editor.chain().focus().lift("pullQuote").run()
        else editor.chain().focus().wrapIn("pullQuote").run()
      },
    })
  },
})

const fieldOf = (editor) => editor.options.element.closest("[data-photos]")
const photosOf = (editor) => JSON.parse(fieldOf(editor)?.dataset.photos || "[]")

export const PhotoFigure = Node.create({
  name: "photoFigure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    photo: {
      default: null,
      parseHTML: (element) => element.getAttribute("data-photo"),
      renderHTML: ({ photo }) => ({ "data-photo": photo }),
    },
  }),
  parseHTML: () => [{ tag: "figure[data-photo]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],

  addNodeView() {
    return ({ node, editor }) => {
      const dom = document.createElement("figure")
      const known = photosOf(editor).find((photo) => String(photo.id) === node.attrs.photo)
      const picture = document.createElement("img")
      picture.src = fieldOf(editor).dataset.photoAddress.replace("/0/", `/${node.attrs.photo}/`)
      picture.alt = ""
      const caption = document.createElement("figcaption")
      caption.dir = "auto"
      caption.textContent = known ? known.title : node.attrs.photo
      dom.append(picture, caption)
      return { dom }
    }
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "photoFigure",
      groups: "nodes",
      button: buttons.material("image", "photo"),
      active: (editor) => editor.isActive("photoFigure"),
      command: async (editor) => {
        const offered = photosOf(editor).map((photo) => `${photo.id} · ${photo.title}`)
        if (!offered.length) return window.alert(gettext("no photos"))
        const ask = updateAttrsDialog(
          { photo: { title: gettext("which photo"), enum: offered } },
          { title: gettext("photoFigure"), submitText: gettext("Insert Table") },
        )
        const answer = await ask(editor, { photo: offered[0] })
        if (!answer) return
        const attrs = { photo: answer.photo.split(" ")[0] }
        editor.chain().focus().insertContent({ type: "photoFigure", attrs }).run()
      },
    })
  },
})

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
    return ({ node }) => {
      const dom = document.createElement("div")
      dom.className = "embed"
      dom.dir = "ltr"
      dom.textContent = node.attrs.embed
      return { dom }
    }
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "embed",
      groups: "nodes",
      button: buttons.material("smart_display", "embed"),
      active: (editor) => editor.isActive("embed"),
      command: async (editor) => {
        const ask = updateAttrsDialog(
          { address: { type: "string", title: gettext("embed address"), format: "url", required: true } },
          { title: gettext("embed"), submitText: gettext("Insert Table") },
        )
        const answer = await ask(editor, {})
        if (!answer) return
        const embed = embedOf(answer.address)
        if (!embed) return window.alert(gettext("not embeddable"))
        editor.chain().focus().insertContent({ type: "embed", attrs: { embed } }).run()
      },
    })
  },
})

const passage = (name, icon) =>
  Mark.create({
    name,
    excludes: "verbatim quran",
    parseHTML: () => [{ tag: `span.${name}` }],
    renderHTML: () => ["span", { class: name }, 0],
    addMenuItems({ buttons, menu }) {
      menu.defineItem({
        name,
        groups: "marks",
        button: buttons.material(icon, name),
        active: (editor) => editor.isActive(name),
        command: (editor) => editor.chain().focus().toggleMark(name).run(),
      })
    },
  })

export const Verbatim = passage("verbatim", "lock_outline")
export const Quran = passage("quran", "menu_book")

export const OtherLanguage = Mark.create({
  name: "otherLanguage",
  addAttributes: () => ({
    lang: { default: "en", parseHTML: (element) => element.lang },
    dir: { default: "ltr", parseHTML: (element) => element.dir },
  }),
  parseHTML: () => [{ tag: "span[lang][dir]:not([class])" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "otherLanguage",
      groups: "marks",
      button: buttons.material("translate", "other language"),
      active: (editor) => editor.isActive("otherLanguage"),
      command: (editor) => {
        const attrs = baseOf(editor) === "rtl" ? { lang: "en", dir: "ltr" } : { lang: "ar", dir: "rtl" }
        editor.chain().focus().toggleMark("otherLanguage", attrs).run()
      },
    })
  },
})

// A link of ours has an address and nothing else.
export const Link = StockLink.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return
          const ask = updateAttrsDialog(
            { href: { type: "string", title: gettext("URL"), required: true } },
            { title: gettext("Edit Link") },
          )
          const answered = ask(editor, { href: editor.getAttributes("link").href || "" })
          const field = editor.view.dom.parentElement.querySelector("dialog [name=href]")
          if (field) document.dispatchEvent(new CustomEvent("desk:link", { detail: field }))
          answered.then((answer) => {
            if (answer) editor.chain().focus().extendMarkRange("link").setLink({ href: answer.href.trim() }).run()
          })
        },
    }
  },
})

// The package names its buttons in English and its field not at all.
document.addEventListener("prose-editor:ready", ({ detail: { editor, textarea } }) => {
  const field = textarea.closest("[data-label]")
  const text = editor.view.dom
  text.lang = textarea.lang
  text.dir = textarea.dir
  text.setAttribute("aria-labelledby", field?.dataset.label || "")
  text.setAttribute("aria-multiline", "true")
  // The package makes its tools a moment after it says that it is ready.
  if (editor.storage.menu?.dom) nameTools(editor)
  else editor.on("create", () => nameTools(editor))
})

const nameTools = ({ storage }) => {
  const menu = storage.menu.dom
  menu.setAttribute("role", "toolbar")
  menu.setAttribute("aria-label", gettext("toolbar"))
  for (const button of menu.querySelectorAll("[data-name]")) {
    const label = gettext(button.dataset.name)
    button.title = label
    button.setAttribute("aria-label", label)
  }
}
