// What the scripts say, in the language of the person's desk; read before the editor's modules are.
const words = JSON.parse(document.currentScript.dataset.words || "{}");
window.gettext = (text) => words[text] || text;
