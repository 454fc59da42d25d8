"""numpy, loaded when it is first used, and the names of the arrays that we make with it.

Loading it takes half as long as loading Textual, and a browser's first screen needs none of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__all__ = ["UNDATED", "Array", "Bytes", "Floats", "Ints", "Mask", "Numbers", "Positions", "Shorts", "np"]

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ints = npt.NDArray[np.int64]
    Shorts = npt.NDArray[np.int32]
    Bytes = npt.NDArray[np.int8]
    Floats = npt.NDArray[np.float64]
    Mask = npt.NDArray[np.bool_]
    Array = npt.NDArray[np.generic]
    Numbers = npt.NDArray[np.number]
    Positions = npt.NDArray[np.signedinteger]
else:
    Ints = Shorts = Bytes = Floats = Mask = Array = Numbers = Positions = Any

    class _LazyNumpy:
        """Stands for numpy: what is asked for comes from there and is kept. Importing has a lock of its own."""

        def __getattr__(self, name: str) -> object:
            import numpy

            value = getattr(numpy, name)
            setattr(self, name, value)
            return value

    np = _LazyNumpy()

UNDATED = 2**63 - 1
"""The moment of what has no date: after all others, the largest number of `Ints`."""
