"""What stands in a page for a video or a post from elsewhere: a link, and nothing of theirs until a reader asks."""

import re
from dataclasses import dataclass

from django.template.loader import render_to_string

EMBED = re.compile(r'<div class="embed" data-embed="([a-z]+):([^"]+)"></div>')


@dataclass(frozen=True)
class Place:
    """A provider: its name, where it shows a thing to visitors, and where in a frame of another site."""

    name: str
    address: str
    player: str


PLACES = {
    "youtube": Place("YouTube", "https://www.youtube.com/watch?v={}", "https://www.youtube-nocookie.com/embed/{}"),
    "vimeo": Place("Vimeo", "https://vimeo.com/{}", "https://player.vimeo.com/video/{}?dnt=1"),
    "x": Place("X", "https://x.com/i/status/{}", "https://platform.twitter.com/embed/Tweet.html?id={}"),
    "instagram": Place("Instagram", "https://www.instagram.com/p/{}/", "https://www.instagram.com/p/{}/embed/"),
    "facebook": Place(
        "Facebook",
        "https://www.facebook.com/{}",
        "https://www.facebook.com/plugins/post.php?href=https://www.facebook.com/{}",
    ),
    "tiktok": Place("TikTok", "https://www.tiktok.com/embed/v2/{}", "https://www.tiktok.com/embed/v2/{}"),
    "soundcloud": Place(
        "SoundCloud", "https://soundcloud.com/{}", "https://w.soundcloud.com/player/?url=https://soundcloud.com/{}"
    ),
}
"""Where each provider shows what an embed names; the frames are allowed by `newsroom.policy`."""


@dataclass(frozen=True)
class Embed:
    """One thing from elsewhere, as a template shows it."""

    provider: str
    place: str
    url: str
    player: str


_ADDRESSES = {
    "youtube": r"(?:youtube(?:-nocookie)?\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)|youtu\.be/)([\w-]{11})",
    "vimeo": r"(?:player\.)?vimeo\.com/(?:video/)?([0-9]{6,12})",
    "x": r"(?:twitter|x)\.com/\w+/status/([0-9]{5,20})",
    "instagram": r"instagram\.com/(?:p|reel|tv)/([\w-]{5,40})",
    "facebook": r"facebook\.com/([A-Za-z0-9.]{1,60}/(?:posts|videos)/[A-Za-z0-9]{5,100})",
    "tiktok": r"tiktok\.com/(?:@[\w.]+/video/|embed/v2/)([0-9]{15,22})",
    "soundcloud": r"soundcloud\.com/([a-z0-9_-]{2,60}/[a-z0-9_-]{2,120})",
}
_BY_ADDRESS = {
    provider: re.compile(rf"(?:https?://)?(?:www\.|m\.)?{pattern}(?=$|[/?#&])", re.ASCII)
    for provider, pattern in _ADDRESSES.items()
}


def named_by(address: str) -> str:
    """Return the embed that an address names, as a body would have it; an empty text where it names none."""
    for provider, pattern in _BY_ADDRESS.items():
        if match := pattern.match(address):
            return f"{provider}:{match[1]}"
    return ""


def address_of(named: str) -> str:
    """Return where a visitor sees what an embed names; an empty text where it names nothing that is known."""
    found = of(named)
    return found.url if found else ""


def element(named: str) -> str:
    """Return an embed as it stands in a body."""
    return f'<div class="embed" data-embed="{named}"></div>' if named else ""


def of(named: str) -> Embed | None:
    """Return an embed that is named as a body would name it; None where it is none."""
    match = EMBED.fullmatch(element(named))
    return found_in(match) if match else None


def found_in(match: re.Match[str]) -> Embed | None:
    """Return what an embed of a body is; None from a provider that the house no longer knows."""
    place = PLACES.get(match[1])
    if place is None:
        return None
    key = match[2]
    return Embed(match[1], place.name, place.address.format(key), place.player.format(key))


def first_out_of(body: str) -> tuple[Embed | None, str]:
    """Take the first embed out of a body: the film of a piece that is a film stands on top."""
    match = EMBED.search(body)
    if match is None:
        return None, body
    return found_in(match), body[: match.start()] + body[match.end() :]


def named_in(body: str) -> tuple[tuple[str, str], ...]:
    """Return what a body embeds, each as its provider and what it is called there."""
    return tuple((match[1], match[2]) for match in EMBED.finditer(body))


def shown(body: str, template: str) -> str:
    """Return a body with each embed as a template of `site/` shows it."""

    def one(match: re.Match[str]) -> str:
        found = found_in(match)
        return render_to_string(template, {"embed": found}).strip() if found else ""

    return EMBED.sub(one, body)
