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

// A paragraph that nobody has touched is the same node as before, and runs the same way: a long text is not read anew
// at every letter.
const known = new WeakMap()
const directionOfNode = (node, base) => {
  if (!known.has(node)) known.set(node, node.textContent.trim() ? directionOf(node.textContent, base) : null)
  return known.get(node)
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
            const direction = directionOfNode(node, base)
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
const makeLists = (page) => {
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
}

const HEADINGS = { H1: "h2", H4: "h3", H5: "h3", H6: "h3" }
const FOLLOWS = /^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id)$/
const EMBEDDINGS = /[\u202a-\u202e\u200b\ufeff]/g
const STAMP = /^[\u200e\u200f]*(?:\[[^\]\n]{0,12}\d{1,2}[:.]\d{2}[^\]\n]{0,24}\] ?|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[,،]? \d{1,2}:\d{2}[^-\n]{0,8} - )/gmu
const LEFT_OUT = /^[\u200e\u200f]*(?:[^\n:]{1,40}: )?[\u200e\u200f]*<[^<>\n]{3,60}>$\n?/gmu

// A blank that holds a number and its unit together is meant; every other is a page's or Word's own.
const withPlainBlanks = (text) => text.replace(/(?<![\d٠-٩])\u00a0|\u00a0(?=[\s\u00a0])/gu, " ")

const tidyText = (page) => {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) walker.currentNode.data = withPlainBlanks(walker.currentNode.data).replace(EMBEDDINGS, "")
}

const tidyLink = (link) => {
  for (const name of ["target", "rel", "title"]) link.removeAttribute(name)
  try {
    const address = new URL(link.href)
    const names = [...address.searchParams.keys()].filter((name) => FOLLOWS.test(name))
    for (const name of names) address.searchParams.delete(name)
    if (names.length) link.setAttribute("href", address)
  } catch {
    // No address at all; the editor leaves it out.
  }
}

const tidied = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html")
  makeLists(page)
  for (const heading of page.querySelectorAll("h1, h4, h5, h6")) {
    const other = page.createElement(HEADINGS[heading.tagName])
    other.append(...heading.childNodes)
    heading.replaceWith(other)
  }
  // Messengers and networks send their emoji as little pictures.
  for (const image of page.querySelectorAll("img[alt]")) {
    if (/^\p{Extended_Pictographic}[\p{Emoji_Component}\p{Extended_Pictographic}]*$/u.test(image.alt)) image.replaceWith(image.alt)
  }
  page.querySelectorAll("a[href]").forEach(tidyLink)
  tidyText(page)
  for (const block of page.querySelectorAll("p, div, h2, h3, li")) {
    if (!block.textContent.trim() && !block.querySelector("img, br, td, figure, hr, [data-embed]")) block.remove()
  }
  return page.body.innerHTML
}

const isVerbatim = (view) =>
  view?.state.selection.$from.marks().some(({ type }) => type.name === "verbatim" || type.name === "quran") ?? false

// The policy refuses styles and handlers even in a text that is only taken apart; what styles say of bold and italic
// is kept. What goes into a verbatim passage goes in as it is.
export const PastedText = Extension.create({
  name: "pastedText",
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        transformPastedHTML: (html, view) => {
          const bare = html
            .replace(/<(style|del)\b[\s\S]*?<\/\1>/gi, "")
            .replace(TAGS, (tag) => tag.replace(/\s(style|on\w+)(?=\s*=)/gi, " data-$1"))
          return isVerbatim(view) || /data-pm-slice/.test(bare) ? bare : tidied(bare)
        },
        transformPastedText: (text, _isPlain, view) => {
          if (isVerbatim(view)) return text
          const lines = withPlainBlanks(text.replaceAll("\r\n", "\n")).replace(STAMP, "").replace(LEFT_OUT, "")
          return lines.replace(EMBEDDINGS, "").replace(/\n+$/, "")
        },
      },
    }),
  ],
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
  if (field) text.setAttribute("aria-labelledby", field.dataset.label)
  else text.setAttribute("aria-label", textarea.labels[0]?.textContent.trim() || "")
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
  rove(menu)
}

// One stop of the Tab key for all tools, the arrows from one to the next: https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/
const rove = (menu) => {
  const tools = [...menu.querySelectorAll("button[data-name]")]
  const stopAt = (tool) => {
    for (const each of tools) each.tabIndex = each === tool ? 0 : -1
  }
  stopAt(tools[0])
  menu.addEventListener("focusin", ({ target }) => tools.includes(target) && stopAt(target))
  menu.addEventListener("keydown", (event) => {
    const shown = tools.filter((tool) => tool.checkVisibility())
    const here = shown.indexOf(event.target)
    const ahead = getComputedStyle(menu).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    const back = ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"
    const there = { [ahead]: here + 1, [back]: here - 1, Home: 0, End: -1 }[event.key]
    if (here < 0 || there === undefined) return
    event.preventDefault()
    shown.at(there % shown.length).focus()
  })
}
