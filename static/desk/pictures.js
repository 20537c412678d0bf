// The article's photos in its text, and new ones: of the library, or of this device, one or several at once.
import { line, make, openDialog } from "desk/dialogs"
import { Node, gettext, pm } from "django-prose-editor/editor"

const { Selection } = pm.state
export const form = document.querySelector("[data-desk=article]")

export const fieldOf = (editor) => editor.options.element.closest("[data-photos]")
export const pictureOf = (editor, pk) => fieldOf(editor).dataset.photoAddress.replace("/0/", `/${pk}/`)

// As the form has them now, saved or not, each by what it says here or what it is called.
export const photosOf = (editor) => {
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
export const addToArticle = ({ id, title, caption }) => {
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

export const choice = (editor, { id, title }, isChosen = false) => {
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

export const take = async (pictures, credit) => {
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
export const putIn = (editor, nodes, at = null) => {
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
export const fromDevice = (editor) => {
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

export const findPhotos = (choose) => {
  const search = line(gettext("find in the library"), { autocomplete: "off" })
  const found = ({ value, label }) => {
    choose({ id: value, title: label })
    search.input.value = ""
  }
  return { part: search.part, ask: () => document.dispatchEvent(new CustomEvent("desk:pick", { detail: { input: search.input, kind: "photos", choose: found } })) }
}

export const choosePictures = (editor, { files = [], at = null } = {}) => {
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
