"""The browser: the only part that knows Textual. It reads a library and has articles read by another process."""
