"""The arithmetic of the timeline: pure functions over numbers and the library's columns, without screen or store."""
