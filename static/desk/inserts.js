// What is put into a text by hand: the article's photos, new ones dropped, pasted or chosen, one or several at once,
// and what is shown from elsewhere.
import { Extension, Node, Plugin, Table as StockTable, gettext, mergeAttributes, pm } from "django-prose-editor/editor"

const { Selection } = pm.state
const form = document.querySelector("[data-desk=article]")

const make = (tag, properties = {}, ...children) => {
  const element = document.createElement(tag)
  const { data = {}, aria = {}, ...own } = properties
  Object.assign(element, own)
  Object.assign(element.dataset, data)
  for (const [name, value] of Object.entries(aria)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

let made = 0

// A dialog over the page; `act` is asked when it is sent, and the dialog stays open where it returns false.
const openDialog = (title, parts, act) => {
  const name = `desk-dialog-${(made += 1)}`
  const send = make("button", { type: "submit", className: "desk-first", textContent: gettext("insert") })
  const cancel = make("button", { type: "button", textContent: gettext("Cancel") })
  const inner = make("form", { noValidate: true }, make("h2", { id: name, textContent: title }), ...parts, make("p", { className: "desk-buttons" }, send, cancel))
  const dialog = make("dialog", { className: "desk-dialog", aria: { "aria-labelledby": name } }, inner)
  inner.addEventListener("submit", async (event) => {
    event.preventDefault()
    send.disabled = true
    const isDone = await act()
    send.disabled = false
    if (isDone) dialog.close()
  })
  cancel.addEventListener("click", () => dialog.close())
  dialog.addEventListener("close", () => dialog.remove())
  document.getElementById("content").append(dialog)
  dialog.showModal()
  return dialog
}

const line = (label, properties = {}) => {
  const input = make("input", { type: "text", dir: "auto", ...properties, id: `desk-dialog-field-${(made += 1)}` })
  const wrong = make("p", { className: "errorlist", id: `${input.id}-wrong`, aria: { role: "alert" } })
  input.setAttribute("aria-describedby", wrong.id)
  const say = (sentence) => {
    wrong.textContent = sentence
    input.toggleAttribute("aria-invalid", Boolean(sentence))
  }
  return { input, say, part: make("div", { className: "desk-field" }, make("label", { htmlFor: input.id, textContent: label }), input, wrong) }
}

// ---- the article's photos ------------------------------------------------------------------------------------------

const fieldOf = (editor) => editor.options.element.closest("[data-photos]")
const pictureOf = (editor, pk) => fieldOf(editor).dataset.photoAddress.replace("/0/", `/${pk}/`)

// As the form has them now, saved or not, each by what it says here or what it is called.
const photosOf = (editor) => {
  const known = new Map(JSON.parse(fieldOf(editor).dataset.photos || "[]").map(({ id, title }) => [String(id), title]))
  const rows = form?.querySelectorAll("[data-rows=photos] [data-row]") ?? []
  if (!rows.length) return [...known].map(([id, title]) => ({ id, title }))
  const found = []
  for (const row of rows) {
    const id = row.querySelector("[name$=-photo]")?.value
    if (!id || row.querySelector("[name$=-remove]")?.checked) continue
    const said = ["caption", "alt"].map((part) => row.querySelector(`[name$=-${part}]`)?.value.trim()).find(Boolean)
    found.push({ id, title: said || known.get(id) || row.querySelector("select[name$=-photo]")?.selectedOptions[0]?.textContent.trim() || id })
  }
  return found
}

// A photo that the article does not have yet gets its row beside the text.
const addToArticle = ({ id, title, caption }) => {
  const rows = [...form.querySelectorAll("[data-rows=photos] [name$=-photo]")]
  if (rows.some((field) => field.value === String(id))) return
  const asked = new CustomEvent("desk:add", { detail: {} })
  form.querySelector("[data-adds=photos]").dispatchEvent(asked)
  const { row } = asked.detail
  const choice = row.querySelector("select[name$=-photo]")
  choice.add(new Option(title, id))
  choice.value = id
  if (caption) row.querySelector("[name$=-caption]").value = caption
  for (const part of ["photo", "file", "credit"]) row.querySelector(`[name$=-${part}]`).closest(".desk-field").hidden = true
  row.prepend(make("img", { src: pictureOfRow(id), alt: "", width: 120, className: "desk-thumbnail" }))
  choice.dispatchEvent(new Event("input", { bubbles: true }))
}

const pictureOfRow = (pk) => form.querySelector("[data-photo-address]").dataset.photoAddress.replace("/0/", `/${pk}/`)

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
      const known = photosOf(editor).find(({ id }) => id === node.attrs.photo)
      const caption = make("figcaption", { dir: "auto", textContent: known ? known.title : node.attrs.photo })
      return { dom: make("figure", {}, make("img", { src: pictureOf(editor, node.attrs.photo), alt: "" }), caption) }
    }
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "photoFigure",
      groups: "nodes",
      button: buttons.material("image", "photo"),
      active: (editor) => editor.isActive("photoFigure"),
      command: (editor) => choosePictures(editor),
    })
  },
})

// ---- choosing, dropping, pasting -----------------------------------------------------------------------------------

const choice = (editor, { id, title }, isChosen = false) => {
  const box = make("input", { type: "checkbox", value: id, checked: isChosen })
  return make("label", { className: "desk-picture-choice", data: { title } }, box, make("img", { src: pictureOf(editor, id), alt: "", loading: "lazy" }), make("span", { dir: "auto", textContent: title }))
}

const newPicture = (editor, file) => {
  const caption = line(gettext("caption"), { lang: editor.view.dom.lang, dir: editor.view.dom.dir })
  const wrong = make("p", { className: "errorlist", aria: { role: "alert" } })
  const address = URL.createObjectURL(file)
  const image = make("img", { src: address, alt: "" })
  image.addEventListener("load", () => URL.revokeObjectURL(address))
  const part = make("div", { className: "desk-new-picture", aria: { role: "group", "aria-label": file.name } }, image, make("div", {}, make("strong", { dir: "auto", textContent: file.name }), wrong, caption.part))
  const refuse = ({ file: sentence = "" }) => {
    wrong.textContent = sentence
  }
  return { file, caption, part, refuse, taken: null }
}

const send = async ({ file, caption }, credit) => {
  // Of no text yet, it would stand in everybody's library.
  if (!form.dataset.drop) return { refused: { file: gettext("restricted pictures") } }
  const body = new FormData()
  for (const [name, value] of Object.entries({ file, credit, shows: caption.input.value })) body.set(name, value)
  const headers = { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value }
  try {
    const answer = await fetch(form.dataset.drop, { method: "POST", body, headers, credentials: "same-origin" })
    const said = answer.redirected ? {} : await answer.json()
    return said.id || said.refused ? said : { refused: { file: gettext("not taken in") } }
  } catch {
    return { refused: { file: gettext("not taken in") } }
  }
}

const take = async (pictures, credit) => {
  for (const picture of pictures.filter(({ taken }) => !taken)) {
    const said = await send(picture, credit.input.value)
    picture.taken = said.id ? { id: String(said.id), title: said.title, caption: picture.caption.input.value } : null
    picture.refuse(said.refused ?? {})
    if (said.refused?.credit) credit.say(said.refused.credit)
    if (picture.taken) picture.part.classList.add("is-taken")
  }
  return pictures.every(({ taken }) => taken)
}

// Behind the block where the cursor is, or instead of it where that is empty; the cursor goes on behind.
const putIn = (editor, nodes, at = null) => {
  const { doc, selection } = editor.state
  const place = at === null ? selection.$to : doc.resolve(at)
  const isEmpty = place.depth === 1 && place.parent.type.name === "paragraph" && !place.parent.content.size
  const to = place.depth ? place.after(1) : place.pos
  const from = isEmpty ? place.before(1) : to
  const isLast = to === doc.content.size
  const end = from + nodes.length
  editor
    .chain()
    .focus()
    .insertContentAt({ from, to }, [...nodes, ...(isLast ? [{ type: "paragraph" }] : [])])
    .command(({ tr }) => Boolean(tr.setSelection(Selection.near(tr.doc.resolve(end)))))
    .run()
}

// Pictures of this device, chosen or dropped, each with its caption, and one credit for all.
const fromDevice = (editor) => {
  const pictures = []
  const part = make("div")
  const credit = line(gettext("photo credit"), { maxLength: 160 })
  const chooser = make("input", { type: "file", className: "visually-hidden", multiple: true, accept: "image/jpeg,image/png,image/webp,image/avif" })
  credit.part.hidden = true
  const add = (given) => {
    for (const file of given) {
      const picture = newPicture(editor, file)
      pictures.push(picture)
      part.append(picture.part)
    }
    credit.part.hidden = !pictures.length
  }
  chooser.addEventListener("change", () => {
    add(chooser.files)
    chooser.value = ""
  })
  return { pictures, part, credit, add, button: make("label", { className: "desk-button" }, gettext("new pictures"), chooser) }
}

const findPhotos = (choose) => {
  const search = line(gettext("find in the library"), { autocomplete: "off" })
  const found = ({ value, label }) => {
    choose({ id: value, title: label })
    search.input.value = ""
  }
  return { part: search.part, ask: () => document.dispatchEvent(new CustomEvent("desk:pick", { detail: { input: search.input, kind: "photos", choose: found } })) }
}

const choosePictures = (editor, { files = [], at = null } = {}) => {
  const mayAdd = Boolean(form?.querySelector("[data-adds=photos]"))
  const own = photosOf(editor)
  const list = make("div", { className: "desk-pictures" }, ...own.map((photo) => choice(editor, photo)))
  const device = fromDevice(editor)
  const search = findPhotos((photo) => {
    const known = [...list.querySelectorAll("input")].find((box) => box.value === photo.id)
    if (known) known.checked = true
    else list.append(choice(editor, photo, true))
  })
  const help = make("p", { className: "help", textContent: gettext(own.length || mayAdd ? "several photos" : "no photos") })
  // What was dropped is meant; the other ways stand in the dialog that was asked for.
  const isDropped = files.length > 0 && mayAdd
  const parts = isDropped ? [] : [help, list]
  if (mayAdd) parts.push(...(isDropped ? [] : [search.part, device.button]), device.part, device.credit.part)
  openDialog(gettext("photoFigure"), parts, async () => {
    if (!(await take(device.pictures, device.credit))) return false
    const chosen = [...list.querySelectorAll("input:checked")].map((box) => ({ id: box.value, title: box.closest("label").dataset.title }))
    const photos = [...chosen, ...device.pictures.map(({ taken }) => taken)]
    if (mayAdd) photos.forEach(addToArticle)
    if (photos.length) putIn(editor, photos.map(({ id }) => ({ type: "photoFigure", attrs: { photo: id } })), at)
    return true
  })
  search.ask()
  if (!isDropped) return
  device.add(files)
  device.pictures[0].caption.input.focus()
}

// ---- galleries -----------------------------------------------------------------------------------------------------

const MOST_IN_A_GALLERY = 40
const numbersOf = (photos) => (photos ?? "").split(" ").filter(Boolean)
const fill = (words, values) => Object.entries(values).reduce((said, [name, value]) => said.replace(new RegExp(`%\\(${name}\\)[sd]`), () => value), gettext(words))

const captionOf = (id) =>
  [...(form?.querySelectorAll("[data-rows=photos] [data-row]") ?? [])]
    .find((row) => row.querySelector("[name$=-photo]")?.value === id)
    ?.querySelector("[name$=-caption]")

// The chosen photos in their order: each with its caption of this use, moved by its buttons.
const orderOf = (editor, heard, changed) => {
  const list = make("ol", { className: "desk-picked", aria: { "aria-label": gettext("gallery order") } })
  const refresh = () => {
    for (const [at, item] of [...list.children].entries()) {
      item.querySelector(".desk-picked-place").textContent = at + 1
      const [up, down] = item.querySelectorAll("button")
      up.setAttribute("aria-disabled", at === 0)
      down.setAttribute("aria-disabled", at === list.children.length - 1)
    }
    changed()
  }
  const move = (item, step, button) => {
    const to = [...list.children].indexOf(item) + step
    if (to < 0 || to >= list.children.length) return
    if (step < 0) item.previousElementSibling.before(item)
    else item.nextElementSibling.after(item)
    refresh()
    button.focus()
    heard.textContent = fill("is number", { headline: item.dataset.title, place: to + 1 })
  }
  const takeOut = (item) => {
    const beside = item.nextElementSibling ?? item.previousElementSibling
    item.remove()
    refresh()
    beside?.querySelector("button:last-child").focus()
  }
  const add = ({ id, title }) => {
    if (list.querySelector(`[data-photo="${id}"]`) || list.children.length >= MOST_IN_A_GALLERY) return
    const caption = line(gettext("caption"), { value: captionOf(id)?.value ?? "", lang: editor.view.dom.lang, dir: editor.view.dom.dir, maxLength: 400 })
    const button = (sign, words) => make("button", { type: "button", textContent: sign, aria: { "aria-label": fill(words, { headline: title }) } })
    const buttons = [button("↑", "move up"), button("↓", "move down"), button("×", "take out")]
    const item = make("li", { data: { photo: id, title } }, make("span", { className: "desk-picked-place" }), make("img", { src: pictureOf(editor, id), alt: "", loading: "lazy" }), caption.part, make("span", { className: "desk-slot-moves" }, ...buttons))
    caption.part.hidden = !form?.querySelector("[data-adds=photos]")
    buttons[0].addEventListener("click", () => move(item, -1, buttons[0]))
    buttons[1].addEventListener("click", () => move(item, 1, buttons[1]))
    buttons[2].addEventListener("click", () => takeOut(item))
    list.append(item)
    refresh()
  }
  const remove = (id) => {
    list.querySelector(`[data-photo="${id}"]`)?.remove()
    refresh()
  }
  const photos = () => [...list.children].map((item) => ({ id: item.dataset.photo, title: item.dataset.title, caption: item.querySelector("input").value }))
  return { list, add, remove, photos }
}

const arrangeGallery = (editor) => {
  const isThere = editor.isActive("gallery")
  const mayAdd = Boolean(form?.querySelector("[data-adds=photos]"))
  const own = photosOf(editor)
  const heard = make("p", { className: "visually-hidden", aria: { role: "status" } })
  const choices = make("div", { className: "desk-pictures" })
  const order = orderOf(editor, heard, () => {
    const chosen = order.photos().map(({ id }) => id)
    for (const box of choices.querySelectorAll("input")) box.checked = chosen.includes(box.value)
  })
  for (const photo of own) {
    const label = choice(editor, photo)
    label.querySelector("input").addEventListener("change", ({ target }) => (target.checked ? order.add(photo) : order.remove(photo.id)))
    choices.append(label)
  }
  for (const id of numbersOf(isThere ? editor.getAttributes("gallery").photos : "")) order.add(own.find((photo) => photo.id === id) ?? { id, title: id })
  const device = fromDevice(editor)
  const search = findPhotos(order.add)
  const help = make("p", { className: "help", textContent: gettext("gallery help") })
  openDialog(gettext("gallery"), [help, order.list, heard, choices, ...(mayAdd ? [search.part, device.button, device.part, device.credit.part] : [])], async () => {
    if (!(await take(device.pictures, device.credit))) return false
    const photos = [...order.photos(), ...device.pictures.map(({ taken }) => taken)]
    if (mayAdd) photos.forEach(addToArticle)
    for (const { id, caption } of photos) {
      const field = captionOf(id)
      if (!field || caption === undefined) continue
      field.value = caption
      field.dispatchEvent(new Event("input", { bubbles: true }))
    }
    const numbers = photos.map(({ id }) => id).join(" ")
    if (isThere && numbers) editor.chain().focus().updateAttributes("gallery", { photos: numbers }).run()
    else if (isThere) editor.chain().focus().deleteSelection().run()
    else if (numbers) putIn(editor, [{ type: "gallery", attrs: { photos: numbers } }])
    return true
  })
  search.ask()
}

export const Gallery = Node.create({
  name: "gallery",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    photos: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-gallery"),
      renderHTML: ({ photos }) => ({ "data-gallery": photos }),
    },
  }),
  parseHTML: () => [{ tag: "figure[data-gallery]" }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],

  addNodeView() {
    return ({ node, editor, getPos }) => {
      const numbers = numbersOf(node.attrs.photos)
      const change = make("button", { type: "button", textContent: gettext("change gallery") })
      change.addEventListener("click", () => {
        editor.commands.setNodeSelection(getPos())
        arrangeGallery(editor)
      })
      const images = numbers.map((id) => make("img", { src: pictureOf(editor, id), alt: "", loading: "lazy" }))
      const dom = make("figure", { className: "desk-gallery" }, make("div", {}, ...images), make("figcaption", { dir: "auto" }, `${gettext("gallery")} · ${numbers.length} `, change))
      return { dom, stopEvent: (event) => change.contains(event.target), ignoreMutation: () => true }
    }
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "gallery",
      groups: "nodes",
      button: buttons.material("collections", "gallery"),
      active: (editor) => editor.isActive("gallery"),
      command: (editor) => arrangeGallery(editor),
    })
  },
})

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
