"""Static files under names that hold their digest, compressed once, when they are built."""

from typing import Any

import brotli
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

LARGE = 64 * 1024
"""Bytes from which a file is the desk's (an editor, a library): there the last percents cost most of the time."""


class QuickCompressor(Compressor):
    """WhiteNoise's, at brotli's highest level only for what readers load."""

    @staticmethod
    def compress_brotli(data: bytes) -> bytes:
        """Return a file compressed."""
        return bytes(brotli.compress(data, quality=7 if len(data) >= LARGE else 11))


class BuiltStaticFiles(CompressedManifestStaticFilesStorage):
    """WhiteNoise's, with hashed names also under DEBUG: a browser may keep each of them for ever."""

    def create_compressor(self, **kwargs: Any) -> Compressor:
        """Return what compresses."""
        return QuickCompressor(**kwargs)

    def url(self, name: str | None, force: bool = True) -> str:  # noqa: FBT001, FBT002 – Django's signature
        """Return the address of a built file."""
        return str(super().url(name, force=force))
