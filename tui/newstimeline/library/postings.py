"""Sets of event ids as blobs: whichever is smaller, a bit for every id of the chunk, or a list of the ids in it."""

from __future__ import annotations

from newstimeline.arrays import Mask, np

_BITS, _SHORTS, _LONGS = b"b", b"s", b"l"
"""The first byte: what follows is a bit an id, or offsets of 16 or of 32 bits."""


def encode(mask: Mask) -> bytes:
    """Write which ids of a chunk are in the set."""
    offsets = np.flatnonzero(mask)
    width = 2 if len(mask) <= 1 << 16 else 4
    if len(offsets) * width < (len(mask) + 7) // 8:
        return (_SHORTS if width == 2 else _LONGS) + offsets.astype("<u2" if width == 2 else "<u4").tobytes()
    return _BITS + np.packbits(mask).tobytes()


def mark(blob: bytes, mask: Mask) -> None:
    """Set what a blob has in a mask over the ids of its chunk.

    Raises:
        ValueError: the blob is none that `encode` wrote for so many ids.
    """
    kind, data = blob[:1], blob[1:]
    if kind == _BITS:
        if len(data) != (len(mask) + 7) // 8:
            raise ValueError("a set of events has another length than its chunk")
        mask |= np.unpackbits(np.frombuffer(data, dtype=np.uint8), count=len(mask)).view(np.bool_)
    elif kind in (_SHORTS, _LONGS):
        offsets = np.frombuffer(data, dtype="<u2" if kind == _SHORTS else "<u4")
        if len(offsets) and int(offsets.max()) >= len(mask):
            raise ValueError("a set of events reaches beyond its chunk")
        mask[offsets] = True
    else:
        raise ValueError("a set of events is of an unknown kind")
