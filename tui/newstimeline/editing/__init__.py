"""What a reader can change, what a typed text means for it, and writing it down: for every way of showing a library."""
