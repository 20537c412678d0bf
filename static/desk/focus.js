// The point of a picture that every cut keeps: by mouse, by touch and by arrow keys; the two numbers beside it stay.
const STEP = 2

const between = (value) => Math.min(100, Math.max(0, Math.round(value)))

const lay = ({ image, across, down, scale, label }) => {
  const frame = document.createElement("div")
  frame.className = "desk-focus"
  image.replaceWith(frame)
  frame.append(image)
  const point = document.createElement("button")
  point.type = "button"
  point.className = "desk-focus-point"
  point.setAttribute("aria-label", label)
  frame.append(point)
  const cuts = document.createElement("div")
  cuts.className = "desk-focus-cuts"
  for (const shape of ["wide", "square", "tall"]) {
    const cut = document.createElement("img")
    cut.src = image.src
    cut.alt = ""
    cut.className = `desk-focus-${shape}`
    cuts.append(cut)
  }
  frame.after(cuts)

  const read = (input) => (input.value === "" ? 50 : between(Number(input.value) * scale))
  const show = () => {
    const [x, y] = [read(across), read(down)]
    // The picture is never mirrored, so its own left is meant in both directions of writing.
    point.style.setProperty("left", `${x}%`)
    point.style.setProperty("top", `${y}%`)
    point.setAttribute("aria-description", `${x}% ${y}%`)
    for (const cut of cuts.children) cut.style.setProperty("object-position", `${x}% ${y}%`)
  }
  const set = (x, y) => {
    across.value = between(x) / scale
    down.value = between(y) / scale
    across.dispatchEvent(new Event("input", { bubbles: true }))
    show()
  }
  const take = (event) => {
    const box = image.getBoundingClientRect()
    set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100)
  }
  frame.addEventListener("pointerdown", (event) => {
    event.preventDefault()
    frame.setPointerCapture(event.pointerId)
    point.focus()
    take(event)
  })
  frame.addEventListener("pointermove", (event) => {
    if (frame.hasPointerCapture(event.pointerId)) take(event)
  })
  point.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] }[event.key]
    if (!move) return
    event.preventDefault()
    set(read(across) + move[0], read(down) + move[1])
  })
  for (const input of [across, down]) input.addEventListener("input", show)
  show()
}

for (const image of document.querySelectorAll("img[data-focus]")) {
  const [across, down] = image.dataset.focus.split(" ").map((id) => document.getElementById(id))
  if (across && down && !across.disabled) {
    lay({ image, across, down, scale: Number(image.dataset.scale), label: image.dataset.label })
  }
}
