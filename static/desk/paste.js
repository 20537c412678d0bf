// What is pasted from Word or a web page keeps its structure: the clipboard's HTML goes along with the words that are
// seen, until somebody changes them by hand. Without this module the words alone are imported.
const MOST = 1_000_000

for (const box of document.querySelectorAll("textarea[data-keeps-html]")) {
  const kept = document.getElementById(box.dataset.keepsHtml)
  let isPasting = false

  box.addEventListener("paste", (event) => {
    const pasted = event.clipboardData?.getData("text/html") ?? ""
    const html = pasted.length > MOST ? "" : pasted
    const isWhole = box.value.trim() === "" || box.selectionEnd - box.selectionStart === box.value.length
    kept.value = isWhole ? html : ""
    isPasting = isWhole && html !== ""
  })

  box.addEventListener("input", () => {
    if (!isPasting) kept.value = ""
    isPasting = false
  })
}
