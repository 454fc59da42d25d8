"""How a start goes: the first screen of a library is there before anything is loaded.

1. `painted_start`, imported by the command line before all else, writes the screen that was drawn for a terminal of
   this size when the library was left (table `painted`), in some 20 ms. Only Python's own modules are loaded for it.
2. Where none fits, `screen_painter` draws one from the glimpse (table `glimpse`): the lines around the selected event,
   in the colours of `palette`, without Textual or numpy.
3. Textual is loaded, and shows what `timeline_source` has: the glimpse until the library has answered.
4. When the browser ends, `glimpse_store` keeps the glimpse of what was shown, and `painted_screens` draws it for every
   size of terminal that is known.
"""
