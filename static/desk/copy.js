// One click puts a field's text on the clipboard; without scripts it is selected and copied by hand.
for (const button of document.querySelectorAll("[data-copies]")) {
  const field = document.getElementById(button.dataset.copies)
  const said = button.parentElement.querySelector("output")
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      // Not every address of the desk is a secure one.
      field.select()
      document.execCommand("copy")
    }
    said.value = button.dataset.done
  })
}
