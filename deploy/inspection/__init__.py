"""What is looked for on the readers' pages: by `make test` in little, by `make pages` on everything there is."""
