// A gallery in the text: several of the article's photos as one block, in an order of their own.
import { fill, line, make, openDialog } from "desk/dialogs"
import { addToArticle, choice, findPhotos, form, fromDevice, photosOf, pictureOf, putIn, take } from "desk/pictures"
import { Node, gettext } from "django-prose-editor/editor"

const MOST_IN_A_GALLERY = 40
const numbersOf = (photos) => (photos ?? "").split(" ").filter(Boolean)

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
