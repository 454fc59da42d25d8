"""What was found, in forms that leave the terminal: plain lines, JSON, CSV. Pure text; the caller writes it."""
