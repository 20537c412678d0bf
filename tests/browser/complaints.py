"""What a browser complains of: what the policy refused, scripts that failed, files that were not there."""

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Response

REPORTS = """
document.addEventListener("securitypolicyviolation", (event) => {
  console.error(`Policy: ${event.violatedDirective} refused ${event.blockedURI} at ${location.pathname}`)
})
"""
SAYS_POLICY = ("Policy:", "Content Security Policy")
SLOW = "Transition was aborted because of invalid state"
"""What Chromium says of its own passage from page to page, which no script of ours began, on a machine that is busy."""


class Complaints:
    """The complaints of every browser that it listens to."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def listen_to(self, context: BrowserContext) -> None:
        """Write down what is refused, fails or is missing in any page of a browser."""
        context.add_init_script(REPORTS)
        context.on("console", self._console)
        context.on("weberror", lambda fault: self._fault(fault.error))
        context.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if any(words in message.text for words in SAYS_POLICY):
            self.all.append(message.text)

    def _fault(self, fault: Error) -> None:
        if not fault.message.startswith(SLOW):
            self.all.append(f"A script failed: {fault.message}")

    def _response(self, response: Response) -> None:
        # A page may well answer that something is not there; what it asks for itself must be.
        if response.status >= 400 and response.request.resource_type != "document":
            self.all.append(f"{response.status} {response.url}")
