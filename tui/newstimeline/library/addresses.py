"""Addresses brought to one form, so that the same page is known by whatever address it was reached.

After RFC 3986, section 6 (syntax-based and scheme-based normalisation), and by habit: what only says who sent the
reader, the pages made for telephones, and the copies that Google serves of them. Parameters that may choose the page
are kept: two articles taken for one would be worse than one that stands twice.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

_HOSTS = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.]+)")
"""Beginnings of hosts that serve the same pages."""
_CACHED = re.compile(r"^(?:(?:www\.)?google\.[^/]+/amp/(?:s/)?|[^/]+\.cdn\.ampproject\.org/[cvw]/(?:s/)?)(?=[^/]+\.)")
"""What Google puts before an address when it serves the page itself
(https://amp.dev/documentation/guides-and-tutorials/learn/amp-caches-and-cors/amp-cache-urls)."""
_AMP = re.compile(r"(?:/amp|\.amp)(?=\.html?$|/?$)|^/amp(?=/)")
_SENDERS = re.compile(
    r"(?:utm_|mc_|pk_|mtm_|hsa_|at_|ns_|_hs|ga_).*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|"
    r"ref|ref_src|ref_url|referrer|cmp|cmpid|ocid|smid|smtyp|share|shared|partner|feature|spm|xtor|sr_share|"
    r"amp|outputtype|output|taid|guccounter|guce_referrer|guce_referrer_sig|cid|ncid|sh|s_cid|mbid|soc_src|soc_trk"
)
"""Parameters that do not choose the page: those of campaigns and of social networks, and of pages for telephones."""
_PORTS = re.compile(r":(?:80|443)$")


def plain_address(url: str | None) -> str | None:
    """An address without what does not choose the page, such as "example.org/news/1"; None for what names no page.

    The first page of a site names none: its contents come and go.
    """
    try:
        parts = urlsplit((url or "").strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        host = _PORTS.sub("", parts.netloc.rpartition("@")[2].lower()).rstrip(".")
    except ValueError:
        return None
    cached = _CACHED.match(f"{host}{parts.path}")
    if cached:
        rest = f"{host}{parts.path}"[cached.end() :]
        return plain_address(f"https://{rest}{f'?{parts.query}' if parts.query else ''}")
    path = _AMP.sub("", quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._")).rstrip("/")
    chosen = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _SENDERS.fullmatch(name.lower())
    )
    query = f"?{urlencode(chosen)}" if chosen else ""
    return f"{_HOSTS.sub('', host)}{path}{query}" if path or query else None
