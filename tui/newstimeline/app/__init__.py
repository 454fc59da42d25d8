"""The browser: the only part that knows Textual. It reads a library; another process reads the articles."""
