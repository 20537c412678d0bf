"""What readers see: sanitise, restate an article's publications, presenters and addresses, the readers' door."""
