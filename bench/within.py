"""Run one module's `main` with Django set up: `python -m bench.within bench.ours`."""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module(sys.argv[1]).main(*sys.argv[2:])
