// Of the fields that only some formats have, those of the chosen format are shown; without scripts they are all there.
const box = document.querySelector("[data-extras]")
const format = document.querySelector("[data-desk=article] [name=format]")

if (box && format) {
  const parts = [...box.querySelectorAll("[data-formats]")]
  const show = () => {
    for (const part of parts) {
      // What was refused is never out of sight of who has to mend it.
      part.hidden = !part.dataset.formats.split(" ").includes(format.value) && !part.querySelector(".has-error")
    }
    box.hidden = parts.every((part) => part.hidden)
    box.open = !box.hidden
  }
  format.addEventListener("change", show)
  show()
}
